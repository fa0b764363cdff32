import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  name: "Gib einen Namen ein.",
  poolName: "Gib ihr einen Namen.",
  email: "Gib eine E-Mail-Adresse wie name@example.com ein.",
  phone: "Gib eine Telefonnummer ein: Ziffern, mit + davor für das Land.",
  contact: "Gib eine Kartennummer, eine E-Mail-Adresse oder eine Telefonnummer ein.",
  birthday: "Ein Tag wie 1990-04-23.",
  birthdayTooEarly: "Ein Geburtstag liegt nach 1900.",
  password: "Gib dein Passwort ein.",
  currentPassword: "Gib dein aktuelles Passwort ein.",
  passwordTooShort: "Nimm mindestens 10 Zeichen.",
  passwordTooLong: "Nimm höchstens 128 Zeichen.",
  passwordTooPlain: "Nimm mehr verschiedene Zeichen.",
  terms: "Stimme den Bedingungen zu, um mitzumachen.",
  wholePoints: "Ganze Punkte.",
  atLeastOne: "Mindestens 1.",
  number: "Gib eine ganze Zahl ein.",
  tooShort: "Das ist zu kurz.",
  tooLong: "Das ist zu lang.",
  other: "Das braucht noch einen Blick.",
  code: "Gib die sechs Ziffern aus der E-Mail ein.",
};
