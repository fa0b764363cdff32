import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = {
  title: "Connexion",
  description: "Pour voir votre carte et votre solde.",
  email: "E-mail",
  password: "Mot de passe",
  submit: "Se connecter",
  newHere: "Pas encore membre ? <join>Rejoindre {program}</join>",
};
