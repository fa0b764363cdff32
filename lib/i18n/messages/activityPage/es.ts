import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  title: "Actividad",
  statements: "Extractos",
  press: "Pulsa una línea para ver el motivo.",
  show: "Mostrar",
  all: "Todo",
  earned: "Ganados",
  returned: "Retirados",
  expired: "Caducados",
  transferred: "Enviados y compartidos",
  none: {
    all: "Aún no hay nada",
    earned: "Aún no hay nada",
    returned: "No se ha retirado nada",
    expired: "No ha caducado nada",
    transferred: "No se ha enviado ni compartido nada",
  },
  noneText: {
    all: "Muestra tu tarjeta al pagar. Segundos después los {name} están aquí, cada uno con su motivo.",
    earned: "Muestra tu tarjeta al pagar. Segundos después los {name} están aquí, cada uno con su motivo.",
    returned: "Cuando devuelves algo, los {name} que dio se retiran y aparecen aquí.",
    expired: "Tus {name} siempre se usaron a tiempo.",
    transferred: "Lo que envías a otros, recibes de ellos o compartes en un fondo aparece aquí.",
  },
  showOlder: "Mostrar anteriores",
  reversed: "anulado después",
  gaveOrTook: "Qué dio o quitó {name}",
  noOffer: "Ninguna oferta dio {name} por esto.",
  notCounted: "No contó aquí",
};
