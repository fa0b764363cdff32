import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  skipToContent: "Zum Inhalt springen",
  points: "Punkte",
  language: "Sprache",
  close: "Schließen",
  cancel: "Abbrechen",
  save: "Speichern",
  saved: "Gespeichert",
  tryAgain: "Noch einmal versuchen",
  optional: "freiwillig",
  noConnection:
    "Keine Verbindung. Nichts wurde gespeichert; versuch es noch einmal, sobald du wieder online bist.",
};
