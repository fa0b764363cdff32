import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  skipToContent: "Ir al contenido",
  points: "puntos",
  language: "Idioma",
  close: "Cerrar",
  cancel: "Cancelar",
  save: "Guardar",
  saved: "Guardado",
  tryAgain: "Intentar de nuevo",
  optional: "opcional",
  noConnection: "No hay conexión. No se ha guardado nada; inténtalo de nuevo cuando la tengas.",
};
