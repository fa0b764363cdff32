import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  title: "Aktivität",
  statements: "Auszüge",
  press: "Tippe auf eine Zeile, um zu sehen, warum.",
  show: "Anzeigen",
  all: "Alle",
  earned: "Gesammelt",
  returned: "Zurückgenommen",
  expired: "Verfallen",
  transferred: "Gesendet und geteilt",
  none: {
    all: "Noch nichts da",
    earned: "Noch nichts da",
    returned: "Nichts wurde zurückgenommen",
    expired: "Nichts ist verfallen",
    transferred: "Nichts wurde gesendet oder geteilt",
  },
  noneText: {
    all: "Zeig deine Karte beim Bezahlen. Sekunden später sind die {name} hier, jeweils mit dem Grund.",
    earned: "Zeig deine Karte beim Bezahlen. Sekunden später sind die {name} hier, jeweils mit dem Grund.",
    returned: "Wenn du etwas zurückgibst, werden die {name} dafür zurückgenommen und hier aufgeführt.",
    expired: "Deine {name} wurden immer rechtzeitig genutzt.",
    transferred: "Was du anderen sendest, von ihnen bekommst oder in einer Gruppe teilst, steht hier.",
  },
  showOlder: "Ältere anzeigen",
  reversed: "inzwischen storniert",
  gaveOrTook: "Was {name} gegeben oder genommen hat",
  noOffer: "Dafür gab kein Angebot {name}.",
  notCounted: "Zählte hier nicht",
};
