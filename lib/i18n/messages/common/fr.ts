import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = {
  skipToContent: "Aller au contenu",
  points: "{count, plural, one {# point} other {# points}}",
  pointName: "points",
  language: "Langue",
  pages: "Pages",
  first: "Début",
  previous: "Précédent",
  next: "Suivant",
  notFound: {
    title: "Il n’y a rien à cette adresse",
    text: "Elle est peut-être mal écrite, ou ce qui s’y trouvait a été déplacé.",
    home: "Retour à l’accueil",
  },
  interface: {
    failedTitle: "Un problème est survenu de notre côté",
    failedText:
      "Ce qui était enregistré est en sécurité. Si cela se reproduit, indiquez la référence en demandant de l’aide.",
    tryAgain: "Réessayer",
    reference: "Référence",
    optional: "facultatif",
    close: "Fermer",
    cancel: "Annuler",
    dismiss: "Ignorer",
    notifications: "Notifications",
    copy: "Copier",
    copied: "Copié",
    showCharacters: "Afficher les caractères",
    hideCharacters: "Masquer les caractères",
    theme: "Thème",
    systemTheme: "Système",
    lightTheme: "Clair",
    darkTheme: "Sombre",
    saved: "Enregistré",
    noConnection:
      "Pas de connexion. Rien n’a été enregistré ; réessayez dès que vous serez de nouveau en ligne.",
    notDone: "Cela n’a pas fonctionné. Rien n’a été modifié.",
  },
};
