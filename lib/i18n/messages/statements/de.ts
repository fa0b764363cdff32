import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  title: "Auszüge",
  statement: "Auszug",
  download: "Alle herunterladen",
  none: "Der erste kommt mit dem nächsten Monat",
  noneText: "Wenn ein Monat vorbei ist, steht hier für immer, was dazukam und was wegging.",
  summary: "{opening} zu Beginn · {cameIn} dazu · {wentOut} weg",
  print: "Drucken",
  made: "Erstellt am {day} für Tage in {timeZone}. Jede Bewegung steht auf genau einem Auszug: dem des Monats, in dem sie gebucht wurde.",
  opening: "Zu Beginn",
  closing: "Am Ende",
  earned: "Gesammelt",
  received: "Von anderen erhalten",
  returned: "Nach Rückgaben zurückgenommen",
  spent: "Ausgegeben",
  sent: "An andere weitergegeben",
  expired: "Verfallen",
  adjusted: "Angepasst",
  usable: "Für dich verfügbar",
  pending: "Ausstehend",
  owed: "Offen",
};
