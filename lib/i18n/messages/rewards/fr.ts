import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = {
  title: "Récompenses",
  balance: "Vous avez {amount}",
  search: "Chercher une récompense",
  clearSearch: "Effacer la recherche",
  sort: "Trier",
  sorts: {
    recommended: "Recommandées",
    points: "Prix le plus bas",
    newest: "Les plus récentes",
  },
  categories: "Catégories",
  all: "Toutes",
  onlyReady: "À votre portée",
  price: "{points} + {money}",
  standing: {
    ready: "Vous pouvez l’avoir",
    short: "Encore {amount}",
    sold_out: "Épuisée",
    limit_reached:
      "{per, select, day {De nouveau demain} week {De nouveau la semaine prochaine} month {De nouveau le mois prochain} year {De nouveau l’an prochain} other {Vous l’avez déjà eue}}",
    not_yet: "À partir du {day}",
    over: "N’est plus proposée",
    fromTier: "À partir de {tier}",
    forTiers: "Pour {tiers}",
  },
  progress: "{reward} : {have, number} sur {need, number}",
  left: "{count, plural, one {Plus qu’une} other {Plus que #}}",
  until: "Jusqu’au {day}",
  from: "Offerte par {partner}",
  about: "Description",
  howToUse: "Comment l’utiliser",
  terms: "Conditions",
  good: "Bon à savoir",
  facts: {
    code: "Vous recevez votre code tout de suite.",
    manual: "Nous la préparons et vous prévenons.",
    partner_api: "{partner} la prépare pour vous.",
    none: "Rien à retirer : elle va là où il y en a besoin.",
    value: "{money} de moins sur votre addition.",
    donation: "Donne {money}.",
    validDays:
      "{count, plural, one {À utiliser au plus tard le lendemain.} other {À utiliser dans les # jours.}}",
    perMember:
      "{per, select, day {Au plus {count, number} par jour} week {Au plus {count, number} par semaine} month {Au plus {count, number} par mois} year {Au plus {count, number} par an} other {Au plus {count, number} par membre}}",
    stores: "Acceptée à : {stores}",
  },
  back: "Toutes les récompenses",
  none: "Pas encore de récompenses",
  noneText: "Vous trouverez ici ce que valent vos {name}. Continuez : rien ne se perd.",
  noneFound: "Rien ne correspond",
  noneFoundText: "Cherchez autre chose, ou voyez tout ce qu’il y a.",
  showAll: "Voir toutes les récompenses",
};
