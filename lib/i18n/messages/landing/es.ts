import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  headline: "Reúne {points} en {program}",
  lead: "Tu tarjeta en el móvil, ofertas en palabras claras y premios por lo que compras de todos modos.",
  description: "Únete a {program}: {points} por tus compras, ofertas y premios, con la tarjeta en el móvil.",
  invited: "Te han invitado: {points} para ti con tu primera compra.",
  join: "Únete gratis",
  signIn: "Entrar",
  myCard: "Mi tarjeta",
  sampleCard: "Tu tarjeta",
  how: "Cómo funciona",
  step1: "Únete",
  step1Text: "Bastan tu nombre y tu correo. Medio minuto después, la tarjeta está en tu móvil.",
  step2: "Reúne",
  step2Text: "Muestra tu código al pagar. Tus {points} llegan en segundos, cada uno con su motivo.",
  step3: "Elige",
  step3Text: "Llévate lo que quieras con tus {points}.",
  step3From: "Llévate lo que quieras con tus {points}, desde {price}.",
  offers: "Ofertas de ahora",
  rewards: "Lo que puedes conseguir",
  plusMoney: "{points} y {money}",
  closing: "Listo en medio minuto",
};
