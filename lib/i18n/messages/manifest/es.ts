import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  description: "Tu tarjeta, tus puntos y tus ofertas en {program}.",
  card: "Tarjeta",
  activity: "Actividad",
};
