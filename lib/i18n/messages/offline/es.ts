import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  notice: "No tienes conexión. Tu tarjeta funciona igual; tus {name} son los del {when}.",
  tryAgain: "Intentar de nuevo",
  card: "Tu tarjeta",
  code: "Código para la caja",
};
