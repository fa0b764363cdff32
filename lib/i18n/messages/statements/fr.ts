import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = {
  title: "Relevés",
  statement: "Relevé",
  download: "Tout télécharger",
  none: "Le premier arrive le mois prochain",
  noneText: "À la fin de chaque mois, ce qui est entré et sorti est consigné ici pour de bon.",
  summary: "{opening} au début · {cameIn} entrées · {wentOut} sorties",
  print: "Imprimer",
  made: "Établi le {day} pour des jours en {timeZone}. Chaque mouvement figure sur un seul relevé : celui du mois où il a été comptabilisé.",
  opening: "Au début",
  closing: "À la fin",
  earned: "Gagnés",
  received: "Reçus d’autres personnes",
  returned: "Repris après des retours",
  spent: "Dépensés",
  sent: "Transmis à d’autres",
  expired: "Expirés",
  adjusted: "Ajustés",
  usable: "À votre disposition",
  pending: "En attente",
  owed: "Dus",
};
