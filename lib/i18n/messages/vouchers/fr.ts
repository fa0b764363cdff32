import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = {
  title: "Bons",
  intro: "Touchez un code pour le montrer à la caisse, ou dictez-le. Chacun ne sert qu’une fois.",
  none: "Aucun bon pour le moment",
  noneText: "Quand une offre vous en donne un, il est ici avec son code.",
  toUse: "À utiliser",
  over: "Utilisés et expirés",
  show: "Montrer le bon « {name} » à la caisse",
  noLastDay: "Sans date limite",
  until: "Jusqu’au {day} inclus",
  usedOn: "Utilisé le {day}",
  expiredOn: "Expiré le {day}",
  withdrawnOn: "Repris le {day}",
};
