import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  title: "Entrar",
  description: "Para ver tu tarjeta y tus puntos.",
  email: "Correo electrónico",
  password: "Contraseña",
  submit: "Entrar",
  newHere: "¿Primera vez aquí? <join>Unirse a {program}</join>",
  joined:
    "Casi listo: entra con tu correo y tu contraseña. Si ya eras miembro, sigue valiendo tu contraseña anterior.",
};
