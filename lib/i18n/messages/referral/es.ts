import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  referrerReason: "Alguien a quien invitaste ha hecho su primera compra",
  refereeReason: "Bienvenida: tu primera compra por invitación",
  takenBackReason: "Se devolvió la compra por la que se dieron",
  title: "Invita a amigos",
  both: "Tú recibes {mine} y ellos {theirs} con su primera compra.",
  mineOnly: "Recibes {mine} con su primera compra.",
  theirsOnly: "Reciben {theirs} con su primera compra.",
  minimum: "De al menos {amount}.",
  waits:
    "{days, plural, one {La recompensa llega # día después.} other {La recompensa llega # días después.}}",
  limit: "{count, plural, one {Como mucho # al mes.} other {Como mucho # al mes.}}",
  share: "Compartir enlace",
  copy: "Copiar enlace",
  copied: "Enlace copiado",
  showQr: "Mostrar código QR",
  qrText: "Que lo escanee con la cámara.",
  code: "Tu código",
  shareText: "Únete conmigo a {program}",
  joined:
    "{count, plural, =0 {Aún no se ha unido nadie con tu enlace.} one {Se ha unido # persona.} other {Se han unido # personas.}}",
  earned: "{points} ganados",
};
