import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  description: "Deine Karte, Punkte und Angebote bei {program}.",
  card: "Karte",
  activity: "Aktivität",
};
