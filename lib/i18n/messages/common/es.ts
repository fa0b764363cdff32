import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  skipToContent: "Ir al contenido",
  points: "{count, plural, one {# punto} other {# puntos}}",
  pointName: "puntos",
  language: "Idioma",
  pages: "Páginas",
  first: "Primera",
  previous: "Anterior",
  next: "Siguiente",
  notFound: {
    title: "No hay nada en esta dirección",
    text: "Quizá esté mal escrita, o lo que había aquí se ha movido.",
    home: "Ir al inicio",
  },
  interface: {
    optional: "opcional",
    close: "Cerrar",
    cancel: "Cancelar",
    dismiss: "Descartar",
    notifications: "Avisos",
    copy: "Copiar",
    copied: "Copiado",
    showCharacters: "Mostrar caracteres",
    hideCharacters: "Ocultar caracteres",
    theme: "Tema",
    systemTheme: "Sistema",
    lightTheme: "Claro",
    darkTheme: "Oscuro",
    saved: "Guardado",
    noConnection: "No hay conexión. No se ha guardado nada; inténtalo de nuevo cuando la haya.",
    notDone: "No ha funcionado. No se ha cambiado nada.",
  },
};
