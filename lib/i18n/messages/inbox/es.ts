import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  title: "Mensajes",
  none: "Aún no hay mensajes",
  noneText:
    "Lo que {program} tenga que decirte estará aquí, como un agradecimiento o una felicitación de cumpleaños.",
  new: "nuevo",
};
