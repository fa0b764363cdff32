import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = {
  notice: "Vous êtes hors ligne. Votre carte fonctionne quand même ; vos {name} datent du {when}.",
  tryAgain: "Réessayer",
  card: "Votre carte",
  code: "Code pour la caisse",
};
