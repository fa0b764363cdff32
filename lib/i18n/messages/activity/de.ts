import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  line: "{what} · {why}",

  what: {
    purchase: "{total} {hasStore, select, true {bei {store}} other {}}",
    return:
      "{isComplete, select, true {Rückgabe:} other {Teilrückgabe:}} {total} {hasStore, select, true {bei {store}} other {}}",
    occasion:
      "{kind, select, joined {Willkommen im Club} birthday {Dein Geburtstag} tier {Ein neuer Status} challenge {Challenge geschafft} referral {Eine Einladung von dir} other {Nur für dich}}",
    credited: "Gutgeschrieben",
    takenOff: "Abgezogen",
    hold: "Vorgemerkt",
    release: "Nicht mehr vorgemerkt {timedOut, select, true {: die Zeit war um} other {}}",
    redeemed: "Eingelöst: {reward}",
    spent: "Ausgegeben",
    spentBy: "Ausgegeben von {name}",
    expired: "Verfallen nach dem {day}",
    activated: "Jetzt nutzbar",
    activatedOther: "Nicht mehr ausstehend",
    sent: "Gesendet an {name}",
    received: "Erhalten von {name}",
    cameBack: "Zurückgekommen von {name}",
    shared: "Geteilt mit {name}",
    paidOut: "Ausgezahlt an {name}",
    sharedBy: "Geteilt von {name}",
    fromPool: "Aus {name}",
    reversed:
      "{of, select, purchase {Rückgängig gemacht: ein Einkauf} return {Rückgängig gemacht: eine Rückgabe} custom {Rückgängig gemacht: ein Ereignis} adjustment {Rückgängig gemacht: eine Korrektur} referral {Rückgängig gemacht: eine Belohnung für eine Einladung} spend {Rückgängig gemacht: eine Einlösung} expiry {Rückgängig gemacht: ein Verfall} transfer_out {Rückgängig gemacht: eine Übertragung} pool_out {Rückgängig gemacht: ein Beitrag zu einem Pool} pool_in {Rückgängig gemacht: eine Auszahlung aus einem Pool} other {Rückgängig gemacht}}",
  },
  somebody: "jemand anders",

  why: {
    nothing: "keine {name}",
    nothingBack: "keine {name} zurückzunehmen",
    takenBack: "{names} zurückgenommen",
    takenBackOwed: "{names} zurückgenommen, {points} offen",
    paid: "{why}, davon {points} zum Ausgleich offener Punkte",
    campaign: "{name}: {gains}",
    expired: "{points} nicht rechtzeitig genutzt",
    counted: "{points} galten bis dahin",
    activated: "{points}, die noch ausstanden",
    purpose: "{points} für {reason}",
    adjusted: "{points}, {reason}",
    gift: "ein Geschenk",
    left: "das Mitglied hat den Club inzwischen verlassen",
    everybody: "für alle im Pool",
    paidOut: "von der Leitung des Pools ausgezahlt",
    shareOut: "der Pool wurde aufgelöst",
    dissolved: "der Pool wurde vorher aufgelöst",
  },

  thing: {
    voucher: "Gutschein {name}",
    badge: "Abzeichen {name}",
    tier: "Status {name}",
    challenge: "{name} {standing}",
  },
  standing: {
    open: "{now, number} von {goal, number}",
    complete: "{goal, number} von {goal, number}, geschafft",
    next: "geschafft, und {now, number} von {goal, number} bei der nächsten",
  },

  earned: {
    rate: "{rate}.",
    rateOn: "{basis}: {rate}.",
    campaign: "Aus diesem Angebot.",
    cut: "Du hast {granted, number} von {desired, number} bekommen: {window, select, event {mehr gibt es auf einmal nicht} day {deine Grenze für diesen Tag} week {deine Grenze für diese Woche} month {deine Grenze für diesen Monat} year {deine Grenze für dieses Jahr} other {deine Grenze insgesamt}}.",
    cutByOne: "Du hast {granted, number} von {desired, number} bekommen: {limits}.",
    cutForAll:
      "Du hast {granted, number} von {desired, number} bekommen: Was es für alle Mitglieder zusammen gab, ist aufgebraucht.",
    otherType: "Das ergab {points}.",
    suppressed: "Stattdessen zählte ein anderes Angebot.",
  },

  given: {
    voucher: "Der Gutschein {name} {hasDay, select, true {, einlösbar bis {day}} other {}}.",
    badge: "Das Abzeichen {name}.",
    progress: "{name}: {standing}.",
    tier: "Der Status {name}.",
    message: "Die Nachricht {name}.",
  },
  taken:
    "{kind, select, voucher {Der Gutschein {name} wurde mit der Ware zurückgenommen.} badge {Das Abzeichen {name} wurde mit der Ware zurückgenommen.} progress {Der Fortschritt bei {name} wurde mit der Ware zurückgenommen.} tier {Der Status {name} wurde mit der Ware zurückgenommen.} other {Die Nachricht {name} wurde mit der Ware zurückgenommen.}}",
  stays:
    "{kind, select, voucher {Der Gutschein {name} war schon eingelöst, dabei bleibt es.} badge {Das Abzeichen {name} bleibt, wie es inzwischen ist.} progress {Der Fortschritt bei {name} bleibt, wie er inzwischen ist.} tier {Der Status {name} bleibt, wie er inzwischen ist.} other {Die Nachricht {name} war schon verschickt.}}",

  title: {
    campaign: "Ein Angebot",
    credited: "Gutgeschrieben",
    takenOff: "Abgezogen",
    hold: "Vorgemerkt",
    release: "Wieder frei",
    spend: "Ausgegeben",
    passedOn: "Weitergegeben",
    pending: "Ausstehend",
    activated: "Freigegeben",
    expired: "Verfallen",
    kept: "Behalten",
    debtPaid: "Ausgeglichen",
    owed: "Offen",
    moreTime: "Mehr Zeit",
    noLongerOwed: "Nicht mehr offen",
    undone: "Rückgängig gemacht",
  },
  because: {
    returned: "Was es für die zurückgegebene Ware gegeben hatte.",
    hadGiven: "Was es dafür gegeben hatte.",
    hadTaken: "Was die Rückgabe genommen hatte.",
    grace: "{points} waren inzwischen verfallen und sind bis {day} nutzbar.",
    notAsked: "{points} werden nicht zurückverlangt.",
    undone: "Als wäre es nicht geschehen.",
    held: "{points} sind dafür vorgemerkt. Wird nichts daraus, sind sie von selbst wieder nutzbar.",
    released:
      "{timedOut, select, true {{points} waren dafür vorgemerkt, die Zeit dafür ist um.} other {{points} waren dafür vorgemerkt und wurden nicht gebraucht.}}",
    spentSoonest: "Zuerst die, die am ehesten verfallen.",
    spentHeld: "Sie waren dafür vorgemerkt.",
    reference: "{sentence} Referenz {reference}.",
    passedOn:
      "Sie gingen sofort hinaus, zuerst die, die am ehesten verfallen, und behalten ihren letzten Tag.",
    couldNotArrive: "Sie konnten nicht ankommen und sind wieder hier, mit demselben letzten Tag.",
    keepsDay: "Sie sind bis zu dem Tag nutzbar, den sie vorher hatten: Weitergeben verlängert sie nicht.",
    pendingFrom: "{points} sind ab dem {day} nutzbar.",
    pendingAfter: "{points} sind nach {event} nutzbar.",
    activated: "{points}, die noch ausstanden, sind jetzt nutzbar.",
    expired: "Sie waren bis {day} nutzbar.",
    forgiven: "{points} waren schon ausgegeben und werden nicht zurückverlangt.",
    debtPaid: "Damit ist beglichen, was offen war.",
    owed: "Sie waren schon ausgegeben. Was du als Nächstes sammelst, gleicht sie zuerst aus.",
  },
};
