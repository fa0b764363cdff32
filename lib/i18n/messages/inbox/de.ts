import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  title: "Nachrichten",
  none: "Noch keine Nachrichten",
  noneText:
    "Was {program} dir zu sagen hat, steht hier: ein Dankeschön oder ein Gruß zum Geburtstag zum Beispiel.",
  new: "neu",
};
