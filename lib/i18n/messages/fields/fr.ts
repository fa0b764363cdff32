import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = {
  name: "Saisissez un nom.",
  poolName: "Donnez-lui un nom.",
  email: "Saisissez une adresse e-mail comme name@example.com.",
  phone: "Saisissez un numéro de téléphone : des chiffres, avec + devant pour le pays.",
  contact: "Saisissez un numéro de carte, une adresse e-mail ou un numéro de téléphone.",
  birthday: "Un jour comme 1990-04-23.",
  birthdayTooEarly: "Une date d’anniversaire est postérieure à 1900.",
  password: "Saisissez votre mot de passe.",
  currentPassword: "Saisissez votre mot de passe actuel.",
  passwordTooShort: "Utilisez au moins 10 caractères.",
  passwordTooLong: "Utilisez au plus 128 caractères.",
  passwordTooPlain: "Utilisez des caractères plus variés.",
  terms: "Acceptez les conditions pour vous inscrire.",
  wholePoints: "Des points entiers.",
  atLeastOne: "Au moins 1.",
  number: "Saisissez un nombre entier.",
  tooShort: "C’est trop court.",
  tooLong: "C’est trop long.",
  other: "Ceci est à revoir.",
  code: "Saisissez les six chiffres de l’e-mail.",
};
