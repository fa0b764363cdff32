import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = {
  sentence: "Vous recevez {gains} {occasion} {goods} {place} {time} {when} {tail}.",
  tail: ", {part}",
  when: "{clauses}",

  gains: {
    perAmount:
      "{points} {whole, select, true {par tranche complète de} other {pour}} {money} d’achat {isAny, select, true {} other {({goods})}}",
    perPiece:
      "{points} {pieces, plural, =1 {par article} other {tous les # articles}} {isAny, select, true {} other {({goods})}}",
    perValue:
      "{points} {whole, select, true {par tranche complète de} other {pour}} {per, plural, =1 {1} other {#}} «\u00a0{name}\u00a0»",
    step: "{points} à partir de {amount}",
    steps: "{steps} {isAny, select, true {} other {({goods})}}",
    multiplier:
      "{factor, select, double {le double de} triple {le triple de} other {{times} fois les}} {name} {isAny, select, true {} other {sur {goods}}} {all, select, true {(bonus compris)} other {}}",
    together: "{gain} avec {parts} en plus",
    upTo: "{gain} (jusqu’à {points})",
    voucher: "un bon {name} {days, plural, =0 {} =1 {(valable le jour même)} other {(valable # jours)}}",
    badge: "le badge {name}",
    progress: "{by, plural, one {# étape} other {# étapes}} sur {goal, number} du défi {name}",
    tier: "le statut {name}",
  },

  goods: {
    any: "produits",
    brand: "produits {brands}",
    categoryOfBrand: "{categories} de la marque {brands}",
    label: "{name} : {values}",
    counted: "{pieces} ({goods})",
    narrowed: "{goods} ({details})",
    contains:
      "{values} dans {field, select, category {la catégorie} brand {la marque} sku {la référence} other {le nom}}",
    is: "{field, select, category {catégorie} brand {marque} sku {référence} other {nom}} {values}",
    isNot: "sauf {field, select, category {} brand {marque} sku {référence} other {nom}} {values}",
    amount: "{op, select, at_least {au moins} other {au plus}} {money}",
    price: "{op, select, at_least {au moins} other {au plus}} {money} pièce",
    quantity: "{op, select, at_least {au moins} other {au plus}} {pieces}",
  },
  pick: {
    all: "{which, select, cheapest {{pieces, plural, one {l’article le moins cher} other {les # articles les moins chers}}} other {{pieces, plural, one {l’article le plus cher} other {les # articles les plus chers}}}} {isAny, select, true {} other {de {goods}}}",
    ofEvery:
      "{which, select, cheapest {{pieces, plural, one {l’article le moins cher} other {les # articles les moins chers}}} other {{pieces, plural, one {l’article le plus cher} other {les # articles les plus chers}}}} par lot de {count, number} articles {isAny, select, true {} other {de {goods}}}",
    overall:
      "{which, select, cheapest {{pieces, plural, one {l’article le moins cher} other {les # articles les moins chers}}} other {{pieces, plural, one {l’article le plus cher} other {les # articles les plus chers}}}} du panier pour chaque lot de {count, number} articles {isAny, select, true {} other {de {goods}}}",
  },
  pieces: "{count, plural, one {# article} other {# articles}}",
  lines: "{count, plural, one {# article} other {# articles différents}}",

  occasion: {
    purchase: "pour un achat",
    event: "pour {name}",
    joined: "pour votre inscription",
    birthday: "pour votre anniversaire",
    tier: "pour un changement de statut",
    challenge: "pour un défi relevé",
    referral: "pour le premier achat d’une personne que vous avez invitée",
    referred: "pour un premier achat sur invitation",
    code: "avec un code",
    noCode: "sans code",
  },

  basket: {
    with: "avec {goods} dans le panier",
    without: "sans {goods} dans le panier",
    only: "avec uniquement {goods} dans le panier",
    amount: "avec un panier {op, select, at_least {d’au moins} other {d’au plus}} {money}",
    amountOf: "avec {goods} pour {op, select, at_least {au moins} other {au plus}} {money}",
    count: "avec {op, select, at_least {au moins} other {au plus}} {count}",
    countOf: "avec {op, select, at_least {au moins} other {au plus}} {count} ({goods})",
  },

  place: {
    store: "chez {names}",
    channel: "via {names}",
    device: "sur {names}",
    near: "à {metres} ou moins de {name}",
  },

  time: {
    monday: "le lundi",
    tuesday: "le mardi",
    wednesday: "le mercredi",
    thursday: "le jeudi",
    friday: "le vendredi",
    saturday: "le samedi",
    sunday: "le dimanche",
    days: "{days}",
    workdays: "du lundi au vendredi",
    weekend: "le week-end",
    monthDay: "{day, plural, =1 {le 1er} other {le #}}",
    lastDay: "le dernier jour",
    monthDays: "{days} du mois",
    daysOnly: "{days} (uniquement {monthDays})",
    hours: "de {from} à {to}",
    both: "{days} {hours}",
    onDate: "{yearly, select, true {chaque année} other {}} le {day}",
    dates: "{yearly, select, true {chaque année} other {}} du {from} au {to}",
  },

  anniversary: {
    on: "le jour de {of, select, birthday {votre anniversaire} other {l’anniversaire de votre inscription}}",
    around:
      "jusqu’à {days, plural, one {# jour} other {# jours}} avant ou après {of, select, birthday {votre anniversaire} other {l’anniversaire de votre inscription}}",
    after:
      "le jour de {of, select, birthday {votre anniversaire} other {l’anniversaire de votre inscription}} et jusqu’à {days, plural, one {# jour} other {# jours}} après",
    before:
      "le jour de {of, select, birthday {votre anniversaire} other {l’anniversaire de votre inscription}} et jusqu’à {days, plural, one {# jour} other {# jours}} avant",
    between:
      "de {before, plural, one {# jour} other {# jours}} avant à {after, plural, one {# jour} other {# jours}} après {of, select, birthday {votre anniversaire} other {l’anniversaire de votre inscription}}",
    month: "pendant le mois de {of, select, birthday {votre anniversaire} other {votre inscription}}",
  },

  field: {
    total: "le montant",
    store: "le magasin",
    channel: "le canal",
    device: "l’appareil",
    tier: "votre statut",
    named: "«\u00a0{name}\u00a0»",
    own: "«\u00a0{name}\u00a0» dans votre profil",
    is: "si {field} est {values}",
    isNot: "si {field} n’est pas {values}",
    contains: "si {field} contient {values}",
    atLeast: "si {field} est d’au moins {value}",
    atMost: "si {field} est d’au plus {value}",
    exists: "si {field} est connu",
    yes: "oui",
    no: "non",
    pieces: "le nombre de pièces",
    ofAllLines: "«\u00a0{name}\u00a0» de tous les articles",
    membership: "le nombre de jours depuis votre inscription",
    alike: "si {field} et {other} sont identiques",
    unlike: "si {field} et {other} sont différents",
    noLess: "si {field} n’est pas inférieur à {other}",
    noMore: "si {field} n’est pas supérieur à {other}",
  },
  member: {
    invited: "si vous faites partie des personnes invitées",
    notInvited: "si vous ne faites pas partie des personnes exclues",
    joinedAtLeast: "si vous êtes membre depuis au moins {days, plural, one {# jour} other {# jours}}",
    joinedAtMost: "si vous êtes membre depuis au plus {days, plural, one {# jour} other {# jours}}",
    joinedToday: "si vous vous êtes inscrit(e) le jour même",
  },

  history: {
    first: "pour votre premier achat",
    firstEvent: "pour la première fois {event}",
    nth: "tous les {count, number} achats {isAny, select, true {} other {({goods})}} {where} {window}",
    nthEvent: "toutes les {count, number} fois {event} {where} {window}",
    eachAmount:
      "chaque fois que vous avez dépensé {money} de plus {isAny, select, true {} other {pour {goods}}} {where} {window}",
    eachQuantity:
      "chaque fois que vous avez acheté {pieces} de plus {isAny, select, true {} other {({goods})}} {where} {window}",
    eachStreak:
      "chaque fois que vous avez acheté {isAny, select, true {} other {{goods}}} {where} {periods} d’affilée",
    eachStreakEvent: "chaque fois que {event} a eu lieu {where} {periods} d’affilée",
    count:
      "si vous avez acheté {isAny, select, true {} other {{goods}}} {where} {op, select, at_least {au moins} other {au plus}} {times} {window}",
    countEvent:
      "si {event} a eu lieu {where} {op, select, at_least {au moins} other {au plus}} {times} {window}",
    never: "si vous n’avez encore jamais acheté {isAny, select, true {} other {{goods}}} {where}",
    neverEvent: "si {event} n’a encore jamais eu lieu {where}",
    none: "si vous {isAny, select, true {n’avez rien acheté} other {n’avez pas acheté {goods}}} {where} {window}",
    noneEvent: "si {event} n’a pas eu lieu {where} {window}",
    amount:
      "si vous avez dépensé {op, select, at_least {au moins} other {au plus}} {money} {isAny, select, true {} other {pour {goods}}} {where} {window}",
    quantity:
      "si vous avez acheté {op, select, at_least {au moins} other {au plus}} {pieces} {isAny, select, true {} other {({goods})}} {where} {window}",
    distinct: "si vous avez acheté {isAny, select, true {} other {{goods}}} {where} {different} {window}",
    streak: "si vous avez acheté {isAny, select, true {} other {{goods}}} {where} {periods} d’affilée",
    streakEvent: "si {event} a eu lieu {where} {periods} d’affilée",
    since:
      "si votre {which, select, first {premier} other {dernier}} achat {isAny, select, true {} other {({goods})}} {where} remonte à {op, select, at_least {au moins} other {au plus}} {days, plural, one {# jour} other {# jours}}",
    sinceEvent:
      "si la {which, select, first {première} other {dernière}} fois {event} {where} remonte à {op, select, at_least {au moins} other {au plus}} {days, plural, one {# jour} other {# jours}}",
    withThis: "{clause} (cette fois comprise)",
    times: "{count, plural, =1 {une fois} other {# fois}}",
    periods:
      "{op, select, at_least {pendant au moins} at_most {pendant au plus} other {pendant}} {unit, select, day {{count, plural, one {# jour} other {# jours}}} week {{count, plural, one {# semaine} other {# semaines}}} other {# mois}}",
    differentDays:
      "{op, select, at_least {au moins} other {au plus}} {count, plural, one {# jour} other {# jours différents}}",
    differentStores:
      "dans {op, select, at_least {au moins} other {au plus}} {count, plural, one {# magasin} other {# magasins différents}}",
    differentChannels:
      "via {op, select, at_least {au moins} other {au plus}} {count, plural, one {# canal} other {# canaux différents}}",
    differentProducts:
      "en {op, select, at_least {au moins} other {au plus}} {count, plural, one {# sorte} other {# sortes différentes}}",
    differentCategories:
      "dans {op, select, at_least {au moins} other {au plus}} {count, plural, one {# catégorie} other {# catégories différentes}}",
    differentBrands:
      "de {op, select, at_least {au moins} other {au plus}} {count, plural, one {# marque} other {# marques différentes}}",
    inDays: "{days, plural, =1 {le même jour} other {au cours des # derniers jours}}",
    inPeriod:
      "{period, select, day {le même jour} week {la même semaine} month {le même mois} other {la même année}}",
    ever: "jusqu’ici",
    withinDays: "en l’espace de {days, plural, one {# jour} other {# jours}}",
    withinPeriod: "en {period, select, day {un jour} week {une semaine} month {un mois} other {un an}}",
  },

  group: {
    either: "uniquement {options}",
    inBrackets: "({parts})",
    not: "mais pas {clause}",
    notWhen: "sauf {clause}",
    notNested: "pas {clause}",
  },

  limit: {
    points:
      "dans la limite de {points} {window, select, event {à chaque fois} day {par jour} week {par semaine} month {par mois} year {par an} other {au total}}",
    times:
      "{times, plural, =1 {une fois} other {# fois}} {window, select, event {par achat} day {par jour} week {par semaine} month {par mois} year {par an} other {{times, plural, =1 {} other {en tout}}}} au maximum",
    shared: "jusqu’à épuisement de l’offre",
  },
  terms: {
    atOnce: "utilisables tout de suite",
    afterDays: "utilisables après {days, plural, one {# jour} other {# jours}}",
    fromDay: "utilisables à partir du {day}",
    afterEvent: "utilisables après {event}",
    forDays: "valables {count, plural, one {# jour} other {# jours}}",
    forMonths: "valables {count, number} mois",
    untilEnd:
      "valables jusqu’à la fin {keep, plural, =0 {{period, select, month {du mois} quarter {du trimestre} other {de l’année}}} =1 {{period, select, month {du mois suivant} quarter {du trimestre suivant} other {de l’année suivante}}} other {{period, select, month {du mois, # mois plus tard} quarter {du trimestre, # trimestres plus tard} other {de l’année, # ans plus tard}}}}",
    forEver: "sans date d’expiration",
    debt: "à rendre en cas de retour, même déjà dépensés",
    forgiven: "acquis s’ils sont déjà dépensés lors d’un retour",
    kept: "acquis en cas de retour dès qu’ils sont utilisables",
  },
  schedule: {
    from: "à partir du {day}",
    until: "jusqu’au {day}",
  },

  progress: {
    purchases: "{now, number} sur {goal, plural, one {# achat} other {# achats}}",
    events: "{now, number} sur {goal, number} fois",
    amount: "{now} sur {goal}",
    pieces: "{now, number} sur {goal, plural, one {# article} other {# articles}}",
    days: "{now, number} sur {goal, plural, one {# jour} other {# jours}}",
    stores: "{now, number} sur {goal, plural, one {# magasin} other {# magasins}}",
    channels: "{now, number} sur {goal, plural, one {# canal} other {# canaux}}",
    products: "{now, number} sur {goal, plural, one {# produit} other {# produits}}",
    categories: "{now, number} sur {goal, plural, one {# catégorie} other {# catégories}}",
    brands: "{now, number} sur {goal, plural, one {# marque} other {# marques}}",
    daysInRow: "{now, number} sur {goal, plural, one {# jour} other {# jours}} d’affilée",
    weeksInRow: "{now, number} sur {goal, plural, one {# semaine} other {# semaines}} d’affilée",
    monthsInRow: "{now, number} sur {goal, number} mois d’affilée",
    steps: "{now, number} sur {goal, plural, one {# étape} other {# étapes}}",
    points:
      "{now, number} {name} sur {goal, number} {window, select, day {aujourd’hui} week {cette semaine} month {ce mois-ci} year {cette année} other {}}",
    times:
      "{now, number} sur {goal, number} fois {window, select, day {aujourd’hui} week {cette semaine} month {ce mois-ci} year {cette année} other {}}",
  },
};
