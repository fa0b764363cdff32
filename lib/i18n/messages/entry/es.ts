import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  joinTitle: "Únete a {program}",
  joinDescription: "Una tarjeta en tu móvil y {points} por tus compras. Gratis.",
  invited: "Te han invitado: recibes {points} con tu primera compra.",
  name: "Nombre",
  email: "Correo electrónico",
  terms: "Acepto que {program} guarde mis datos y mis compras para contar lo que acumulo.",
  offers: "Envíame ofertas por correo electrónico.",
  offersHint: "Puedes cambiarlo en tu perfil cuando quieras.",
  joinSubmit: "Unirme",
  memberAlready: "¿Ya eres miembro? <link>Entrar</link>",
  codeTitle: "Mira tu correo",
  codeDescription: "Hemos enviado seis cifras a <address>{email}</address>.",
  codeLabel: "Código del correo",
  codeHint: "Vale diez minutos. Mira también en la carpeta de spam.",
  codeSubmit: "Continuar",
  resend: "Enviar otro código",
  resendIn: "Otro código en {seconds, number} s",
  resent: "Otro código está en camino. El anterior ya no vale.",
  startAgain: "Usar otra dirección",
  keptNotice:
    "Esta instalación no tiene servidor de correo. El código está en el portal, en Developers, Outgoing mail.",
  byCodeTitle: "Entrar con un código",
  byCodeDescription: "Sin contraseña: enviamos seis cifras a la dirección con la que te uniste.",
  byCodeSubmit: "Enviar el código",
  byCode: "Entrar con un código por correo",
  byPassword: "Entrar con contraseña",
  newEmail: "Nueva dirección de correo",
  changeEmail: "Cambiar la dirección de correo",
  emailChanged: "Tu dirección de correo ha cambiado.",
};
