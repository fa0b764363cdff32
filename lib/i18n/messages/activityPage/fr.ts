import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = {
  title: "Activité",
  statements: "Relevés",
  press: "Touchez une ligne pour voir pourquoi.",
  show: "Afficher",
  all: "Tout",
  earned: "Gagnés",
  returned: "Repris",
  expired: "Expirés",
  transferred: "Envoyés et partagés",
  none: {
    all: "Rien ici pour l’instant",
    earned: "Rien ici pour l’instant",
    returned: "Rien n’a été repris",
    expired: "Rien n’a expiré",
    transferred: "Rien n’a été envoyé ni partagé",
  },
  noneText: {
    all: "Montrez votre carte au moment de payer. Quelques secondes plus tard, les {name} sont ici, chacun avec sa raison.",
    earned:
      "Montrez votre carte au moment de payer. Quelques secondes plus tard, les {name} sont ici, chacun avec sa raison.",
    returned: "Quand vous retournez un achat, les {name} qu’il avait rapportés sont repris et indiqués ici.",
    expired: "Vos {name} ont toujours été utilisés à temps.",
    transferred: "Ce que vous envoyez, recevez ou partagez dans une cagnotte se trouve ici.",
  },
  showOlder: "Afficher plus ancien",
  reversed: "annulé depuis",
  gaveOrTook: "Ce qui a donné ou repris des {name}",
  noOffer: "Aucune offre n’a donné de {name} pour cela.",
  notCounted: "N’a pas compté ici",
};
