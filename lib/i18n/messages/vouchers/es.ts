import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  title: "Cupones",
  intro: "Toca un código para mostrarlo en la caja, o léelo en voz alta. Cada uno vale una vez.",
  none: "No hay cupones por ahora",
  noneText: "Cuando una oferta te dé uno, estará aquí con su código.",
  toUse: "Para usar",
  over: "Usados y caducados",
  show: "Mostrar el cupón «{name}» en la caja",
  noLastDay: "Sin fecha límite",
  until: "Hasta el {day}, todo el día",
  usedOn: "Usado el {day}",
  expiredOn: "Caducado el {day}",
  withdrawnOn: "Retirado el {day}",
};
