import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  title: "Anmelden",
  description: "Um deine Karte und dein Guthaben zu sehen.",
  email: "E-Mail",
  password: "Passwort",
  submit: "Anmelden",
  newHere: "Neu hier? <join>Bei {program} mitmachen</join>",
};
