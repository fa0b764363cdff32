import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = {
  codeSubject: "{code} est votre code pour {program}",
  joinHeading: "Bienvenue chez {program}",
  joinText: "Saisissez ce code pour terminer votre inscription. Il est valable {minutes, number} minutes.",
  alreadyHeading: "Vous avez déjà une carte chez {program}",
  alreadyText:
    "Inutile de vous réinscrire : ce code ouvre votre carte. Il est valable {minutes, number} minutes.",
  signInHeading: "Votre code pour {program}",
  signInText: "Saisissez ce code pour ouvrir votre carte. Il est valable {minutes, number} minutes.",
  leaveHeading: "Quitter {program}",
  leaveText:
    "Saisissez ce code pour supprimer votre adhésion à {program}. Il est valable {minutes, number} minutes.",
  unknownSubject: "Pas encore de carte chez {program}",
  unknownHeading: "Aucune carte chez {program} n’a cette adresse",
  unknownText:
    "Quelqu’un a demandé à se connecter avec elle. Si c’était vous, inscrivez-vous en une minute, ou essayez l’adresse de votre inscription.",
  join: "S’inscrire chez {program}",
  changeHeading: "Votre nouvelle adresse",
  changeText:
    "Saisissez ce code et {program} vous écrira désormais à cette adresse. Il est valable {minutes, number} minutes.",
  takenSubject: "Cette adresse a une carte chez {program}",
  takenHeading: "Cette adresse est déjà liée à une carte",
  takenText: "Un membre de {program} a demandé à l’utiliser. Rien n’a été modifié.",
  changedSubject: "Votre adresse chez {program} a été modifiée",
  changedHeading: "Vous avez maintenant une autre adresse",
  changedText:
    "Désormais {program} écrit à la nouvelle, et vous vous connectez avec elle. Si ce n’était pas vous, prévenez {program} sans attendre.",
  blockedSubject: "Votre carte chez {program}",
  blockedHeading: "Votre carte est bloquée",
  blockedText: "Vous ne pouvez pas vous connecter pour le moment. Adressez-vous à {program}.",
  notYou: "Vous n’avez rien demandé ? Ne faites rien : sans le code, personne n’entre.",
};
