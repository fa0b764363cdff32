import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  title: "Extractos",
  statement: "Extracto",
  download: "Descargar todo",
  none: "El primero llega con el próximo mes",
  noneText: "Cuando termina un mes, lo que entró y salió queda escrito aquí para siempre.",
  summary: "{opening} al inicio · {cameIn} entradas · {wentOut} salidas",
  print: "Imprimir",
  made: "Emitido el {day} para días en {timeZone}. Cada movimiento figura en un solo extracto: el del mes en que se registró.",
  opening: "Al inicio",
  closing: "Al final",
  earned: "Ganados",
  received: "Recibidos de otros",
  returned: "Retirados tras devoluciones",
  spent: "Gastados",
  sent: "Pasados a otros",
  expired: "Caducados",
  adjusted: "Ajustados",
  usable: "Disponibles",
  pending: "Pendientes",
  owed: "Adeudados",
};
