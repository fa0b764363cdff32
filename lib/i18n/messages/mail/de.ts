import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  codeSubject: "{code} ist dein Code für {program}",
  joinHeading: "Willkommen bei {program}",
  joinText: "Gib diesen Code ein, um den Beitritt abzuschließen. Er gilt {minutes, number} Minuten.",
  alreadyHeading: "Du hast bei {program} schon eine Karte",
  alreadyText:
    "Du brauchst nicht noch einmal beizutreten: Dieser Code öffnet deine Karte. Er gilt {minutes, number} Minuten.",
  signInHeading: "Dein Code für {program}",
  signInText: "Gib diesen Code ein, um deine Karte zu öffnen. Er gilt {minutes, number} Minuten.",
  leaveHeading: "{program} verlassen",
  leaveText:
    "Gib diesen Code ein, um deine Mitgliedschaft bei {program} zu löschen. Er gilt {minutes, number} Minuten.",
  unknownSubject: "Noch keine Karte bei {program}",
  unknownHeading: "Bei {program} gibt es keine Karte mit dieser Adresse",
  unknownText:
    "Jemand wollte sich damit anmelden. Warst du das, kannst du in einer Minute beitreten oder die Adresse versuchen, mit der du beigetreten bist.",
  join: "Bei {program} mitmachen",
  changeHeading: "Deine neue Adresse",
  changeText:
    "Gib diesen Code ein, dann schreibt dir {program} ab jetzt an diese Adresse. Er gilt {minutes, number} Minuten.",
  takenSubject: "Diese Adresse hat eine Karte bei {program}",
  takenHeading: "Diese Adresse gehört schon zu einer Karte",
  takenText: "Ein Mitglied von {program} wollte sie benutzen. Es wurde nichts geändert.",
  changedSubject: "Deine Adresse bei {program} wurde geändert",
  changedHeading: "Du hast jetzt eine andere Adresse",
  changedText:
    "Ab jetzt schreibt {program} an die neue, und du meldest dich mit ihr an. Warst du das nicht, sag {program} sofort Bescheid.",
  blockedSubject: "Deine Karte bei {program}",
  blockedHeading: "Deine Karte ist gesperrt",
  blockedText: "Du kannst dich im Moment nicht anmelden. Frag bitte bei {program} nach.",
  notYou: "Das warst nicht du? Dann tu nichts: Ohne den Code kommt niemand hinein.",
};
