import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  name: "Escribe un nombre.",
  poolName: "Ponle un nombre.",
  email: "Escribe un correo como name@example.com.",
  phone: "Escribe un teléfono: cifras, con + delante para el país.",
  contact: "Escribe un número de tarjeta, un correo o un teléfono.",
  birthday: "Un día como 1990-04-23.",
  birthdayTooEarly: "Un cumpleaños es posterior a 1900.",
  password: "Escribe tu contraseña.",
  currentPassword: "Escribe tu contraseña actual.",
  passwordTooShort: "Usa al menos 10 caracteres.",
  passwordTooLong: "Usa como máximo 128 caracteres.",
  passwordTooPlain: "Usa caracteres más variados.",
  terms: "Acepta las condiciones para unirte.",
  wholePoints: "Puntos enteros.",
  atLeastOne: "Al menos 1.",
  number: "Escribe un número entero.",
  tooShort: "Es demasiado corto.",
  tooLong: "Es demasiado largo.",
  other: "Revisa esto.",
  code: "Escribe las seis cifras del correo.",
};
