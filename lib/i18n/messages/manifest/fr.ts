import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = {
  description: "Votre carte, vos points et vos offres chez {program}.",
  card: "Carte",
  activity: "Activité",
};
