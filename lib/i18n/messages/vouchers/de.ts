import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  title: "Gutscheine",
  intro: "Tippe auf einen Code, um ihn an der Kasse zu zeigen, oder lies ihn vor. Jeder gilt einmal.",
  none: "Im Moment keine Gutscheine",
  noneText: "Wenn dir ein Angebot einen bringt, steht er hier mit seinem Code.",
  toUse: "Einlösbar",
  over: "Eingelöst und abgelaufen",
  show: "Gutschein „{name}“ an der Kasse zeigen",
  noLastDay: "Unbegrenzt gültig",
  until: "Bis {day}, den ganzen Tag",
  usedOn: "Eingelöst {day}",
  expiredOn: "Abgelaufen {day}",
  withdrawnOn: "Zurückgenommen {day}",
};
