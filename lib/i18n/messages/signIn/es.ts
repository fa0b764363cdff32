import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  title: "Entrar",
  description: "Para ver tu tarjeta y tu saldo.",
  email: "Correo electrónico",
  password: "Contraseña",
  submit: "Entrar",
  newHere: "¿Primera vez aquí? <join>Unirse a {program}</join>",
};
