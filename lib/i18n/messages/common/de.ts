import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  skipToContent: "Zum Inhalt springen",
  points: "{count, plural, one {# Punkt} other {# Punkte}}",
  pointName: "Punkte",
  language: "Sprache",
  pages: "Seiten",
  first: "Erste",
  previous: "Zurück",
  next: "Weiter",
  notFound: {
    title: "Unter dieser Adresse gibt es nichts",
    text: "Vielleicht ist sie falsch geschrieben, oder was hier war, ist umgezogen.",
    home: "Zum Anfang",
  },
  interface: {
    failedTitle: "Bei uns ist etwas schiefgegangen",
    failedText:
      "Was vorher gespeichert war, ist sicher. Passiert es wieder, nenne die Referenz, wenn du um Hilfe bittest.",
    tryAgain: "Noch einmal versuchen",
    reference: "Referenz",
    optional: "freiwillig",
    close: "Schließen",
    cancel: "Abbrechen",
    dismiss: "Ausblenden",
    notifications: "Hinweise",
    copy: "Kopieren",
    copied: "Kopiert",
    showCharacters: "Zeichen anzeigen",
    hideCharacters: "Zeichen verbergen",
    theme: "Design",
    systemTheme: "System",
    lightTheme: "Hell",
    darkTheme: "Dunkel",
    saved: "Gespeichert",
    noConnection:
      "Keine Verbindung. Nichts wurde gespeichert; versuch es noch einmal, sobald du wieder online bist.",
    notDone: "Das hat nicht geklappt. Nichts wurde geändert.",
  },
};
