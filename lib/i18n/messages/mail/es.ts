import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  codeSubject: "{code} es tu código para {program}",
  joinHeading: "Te damos la bienvenida a {program}",
  joinText: "Escribe este código para terminar de unirte. Vale durante {minutes, number} minutos.",
  alreadyHeading: "Ya tienes una tarjeta en {program}",
  alreadyText:
    "No hace falta que te unas otra vez: este código abre tu tarjeta. Vale durante {minutes, number} minutos.",
  signInHeading: "Tu código para {program}",
  signInText: "Escribe este código para abrir tu tarjeta. Vale durante {minutes, number} minutos.",
  leaveHeading: "Dejar {program}",
  leaveText:
    "Escribe este código para eliminar tu membresía de {program}. Vale durante {minutes, number} minutos.",
  unknownSubject: "Aún no hay tarjeta en {program}",
  unknownHeading: "En {program} no hay ninguna tarjeta con esta dirección",
  unknownText:
    "Alguien ha pedido entrar con ella. Si has sido tú, puedes unirte en un minuto o probar la dirección con la que te uniste.",
  join: "Unirse a {program}",
  changeHeading: "Tu nueva dirección",
  changeText:
    "Escribe este código y {program} te escribirá desde ahora a esta dirección. Vale durante {minutes, number} minutos.",
  takenSubject: "Esta dirección tiene una tarjeta en {program}",
  takenHeading: "Esta dirección ya pertenece a una tarjeta",
  takenText: "Un miembro de {program} ha pedido usarla. No se ha cambiado nada.",
  changedSubject: "Tu dirección en {program} ha cambiado",
  changedHeading: "Ahora tienes otra dirección",
  changedText:
    "Desde ahora {program} escribe a la nueva y entras con ella. Si no has sido tú, avisa a {program} enseguida.",
  blockedSubject: "Tu tarjeta en {program}",
  blockedHeading: "Tu tarjeta está bloqueada",
  blockedText: "Ahora mismo no puedes entrar. Pregunta a {program}.",
  notYou: "¿No lo has pedido tú? No hagas nada: sin el código no entra nadie.",
};
