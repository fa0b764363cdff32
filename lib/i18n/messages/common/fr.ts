import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = {
  skipToContent: "Aller au contenu",
  points: "points",
  language: "Langue",
  close: "Fermer",
  cancel: "Annuler",
  save: "Enregistrer",
  saved: "Enregistré",
  tryAgain: "Réessayer",
  optional: "facultatif",
  noConnection:
    "Pas de connexion. Rien n’a été enregistré ; réessayez dès que vous serez de nouveau en ligne.",
};
