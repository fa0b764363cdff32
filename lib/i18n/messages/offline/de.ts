import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  notice: "Du bist offline. Deine Karte funktioniert trotzdem; Stand deiner {name}: {when}.",
  tryAgain: "Noch einmal versuchen",
  card: "Deine Karte",
  code: "Code für die Kasse",
};
