import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  title: "Entrar",
  description: "Para ver tu tarjeta y tus puntos.",
  email: "Correo electrónico",
  password: "Contraseña",
  submit: "Entrar",
  newHere: "¿Primera vez aquí? <join>Unirse a {program}</join>",
};
