import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = {
  line: "{what} · {why}",

  what: {
    purchase: "{total} {hasStore, select, true {chez {store}} other {}}",
    return:
      "{isComplete, select, true {Retour\u00a0:} other {Retour partiel\u00a0:}} {total} {hasStore, select, true {chez {store}} other {}}",
    occasion:
      "{kind, select, joined {Bienvenue au club} birthday {Votre anniversaire} tier {Un nouveau statut} challenge {Un défi relevé} referral {Une personne que vous avez invitée} other {Rien que pour vous}}",
    credited: "Crédités",
    takenOff: "Retirés",
    hold: "Mis de côté",
    release: "Plus mis de côté {timedOut, select, true {\u00a0: le délai est passé} other {}}",
    redeemed: "Échangés\u00a0: {reward}",
    spent: "Dépensés",
    spentBy: "Dépensés par {name}",
    expired: "Expirés après le {day}",
    activated: "Désormais utilisables",
    activatedOther: "Plus en attente",
    sent: "Envoyés à {name}",
    received: "Reçus de {name}",
    cameBack: "Revenus de {name}",
    shared: "Partagés avec {name}",
    paidOut: "Versés à {name}",
    sharedBy: "Partagés par {name}",
    fromPool: "De {name}",
    reversed:
      "{of, select, purchase {Annulé\u00a0: un achat} return {Annulé\u00a0: un retour} custom {Annulé\u00a0: un événement} adjustment {Annulé\u00a0: une correction} referral {Annulé\u00a0: une récompense pour une invitation} spend {Annulé\u00a0: un échange} expiry {Annulé\u00a0: une expiration} transfer_out {Annulé\u00a0: un transfert} pool_out {Annulé\u00a0: une contribution à une cagnotte} pool_in {Annulé\u00a0: un versement d’une cagnotte} other {Annulé}}",
  },
  somebody: "quelqu’un d’autre",

  why: {
    nothing: "pas de {name}",
    nothingBack: "pas de {name} à reprendre",
    takenBack: "{names} repris",
    takenBackOwed: "{names} repris, {points} dus",
    paid: "{why}, dont {points} pour ce qui était dû",
    campaign: "{name}\u00a0: {gains}",
    expired: "{points} non utilisés à temps",
    counted: "{points} comptaient jusque-là",
    activated: "{points} qui étaient en attente",
    purpose: "{points} pour {reason}",
    adjusted: "{points}, {reason}",
    gift: "un cadeau",
    left: "ce membre a quitté le club entre-temps",
    everybody: "pour tout le monde dans la cagnotte",
    paidOut: "versé par la personne qui gère la cagnotte",
    shareOut: "la cagnotte a été dissoute",
    dissolved: "la cagnotte a été dissoute avant leur arrivée",
  },

  thing: {
    voucher: "bon {name}",
    badge: "le badge {name}",
    tier: "statut {name}",
    challenge: "{name} {standing}",
  },
  standing: {
    open: "{now, number} sur {goal, number}",
    complete: "{goal, number} sur {goal, number}, terminé",
    next: "terminé, et {now, number} sur {goal, number} du suivant",
  },

  earned: {
    rate: "{rate}.",
    rateOn: "{basis}\u00a0: {rate}.",
    campaign: "Grâce à cette offre.",
    cut: "Vous en avez reçu {granted, number} sur {desired, number}\u00a0: {window, select, event {c’est le maximum en une fois} day {votre limite de ce jour} week {votre limite de cette semaine} month {votre limite de ce mois} year {votre limite de cette année} other {votre limite au total}}.",
    cutByOne: "Vous en avez reçu {granted, number} sur {desired, number}\u00a0: {limits}.",
    cutForAll:
      "Vous en avez reçu {granted, number} sur {desired, number}\u00a0: ce qui était prévu pour l’ensemble des membres est épuisé.",
    otherType: "Cela a donné {points}.",
    suppressed: "Une autre offre a compté à la place.",
  },

  given: {
    voucher: "Le bon {name} {hasDay, select, true {, à utiliser jusqu’au {day}} other {}}.",
    badge: "Le badge {name}.",
    progress: "{name}\u00a0: {standing}.",
    tier: "Le statut {name}.",
    message: "Le message {name}.",
  },
  taken:
    "{kind, select, voucher {Le bon {name} a été repris avec les articles.} badge {Le badge {name} a été repris avec les articles.} progress {La progression dans {name} a été reprise avec les articles.} tier {Le statut {name} a été repris avec les articles.} other {Le message {name} a été repris avec les articles.}}",
  stays:
    "{kind, select, voucher {Le bon {name} avait déjà été utilisé et le reste.} badge {Le badge {name} reste tel qu’il est depuis.} progress {La progression dans {name} reste telle qu’elle est depuis.} tier {Le statut {name} reste tel qu’il est depuis.} other {Le message {name} avait déjà été envoyé.}}",

  title: {
    campaign: "Une offre",
    credited: "Crédités",
    takenOff: "Retirés",
    hold: "Mis de côté",
    release: "Rendus",
    spend: "Dépensés",
    passedOn: "Transmis",
    pending: "En attente",
    activated: "Débloqués",
    expired: "Expirés",
    kept: "Conservés",
    debtPaid: "Dette réglée",
    owed: "Dus",
    moreTime: "Délai prolongé",
    noLongerOwed: "Plus dus",
    undone: "Annulé",
  },
  because: {
    returned: "Ce que les articles retournés avaient rapporté.",
    hadGiven: "Ce que cela avait rapporté.",
    hadTaken: "Ce que le retour avait repris.",
    grace: "{points} avaient expiré entre-temps et sont utilisables jusqu’au {day}.",
    notAsked: "{points} ne sont plus réclamés.",
    undone: "Comme si cela n’avait pas eu lieu.",
    held: "{points} sont réservés pour cela. Si rien n’aboutit, ils redeviennent utilisables d’eux-mêmes.",
    released:
      "{timedOut, select, true {{points} étaient réservés pour cela, et le délai est passé.} other {{points} étaient réservés pour cela et n’ont pas servi.}}",
    spentSoonest: "En commençant par ceux qui expirent le plus tôt.",
    spentHeld: "Ils avaient été mis de côté.",
    reference: "{sentence} Référence {reference}.",
    passedOn:
      "Ils sont partis aussitôt, en commençant par ceux qui expirent le plus tôt, et gardent leur dernier jour.",
    couldNotArrive: "Ils n’ont pas pu arriver et sont de retour, avec le même dernier jour.",
    keepsDay:
      "Ils sont utilisables jusqu’au jour prévu auparavant\u00a0: les transmettre ne les prolonge pas.",
    pendingFrom: "{points} utilisables à partir du {day}.",
    pendingAfter: "{points} utilisables après {event}.",
    activated: "{points} qui étaient en attente sont maintenant utilisables.",
    expired: "Ils étaient utilisables jusqu’au {day}.",
    forgiven: "{points} avaient déjà été dépensés et ne sont pas réclamés.",
    debtPaid: "Affectés à ce qui était dû.",
    owed: "Ils avaient déjà été dépensés. Vos prochains gains les règlent d’abord.",
  },
};
