import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  sentence: "Du bekommst {time} {place} {gains} {occasion} {goods} {when} {tail}.",
  tail: ", {part}",
  when: ", {clauses}",

  gains: {
    perAmount:
      "{points} pro {whole, select, true {volle} other {}} {money} {isAny, select, true {} other {für {goods}}}",
    perPiece:
      "{points} pro {pieces, plural, one {Stück} other {# Stück}} {isAny, select, true {} other {({goods})}}",
    perValue:
      "{points} pro {whole, select, true {volle} other {}} {per, plural, =1 {„{name}“} other {# „{name}“}}",
    step: "{points} ab {amount}",
    steps: "{steps} {isAny, select, true {} other {({goods})}}",
    multiplier:
      "{factor, select, double {doppelte} triple {dreifache} other {{times}-fache}} {name} {isAny, select, true {} other {auf {goods}}} {all, select, true {(Boni inbegriffen)} other {}}",
    together: "{gain} zusammen mit {parts}",
    upTo: "{gain} (bis zu {points})",
    voucher:
      "einen Gutschein {name} {days, plural, =0 {} =1 {(gültig am selben Tag)} other {(# Tage gültig)}}",
    badge: "das Abzeichen {name}",
    progress: "{by, plural, one {# Schritt} other {# Schritte}} von {goal, number} in der Challenge {name}",
    tier: "den Status {name}",
  },

  goods: {
    any: "Ware",
    brand: "Ware von {brands}",
    categoryOfBrand: "{categories} von {brands}",
    label: "{name}: {values}",
    counted: "{pieces} {goods}",
    narrowed: "{goods} ({details})",
    contains:
      "{field, select, category {Kategorie} brand {Marke} sku {Artikelnummer} other {Name}} mit {values}",
    is: "{field, select, category {Kategorie} brand {Marke} sku {Artikelnummer} other {Name}} {values}",
    isNot: "außer {field, select, category {} brand {Marke} sku {Artikelnummer} other {Name}} {values}",
    amount: "{op, select, at_least {ab} other {bis}} {money}",
    price: "{op, select, at_least {ab} other {bis}} {money} pro Stück",
    quantity: "{op, select, at_least {mindestens} other {höchstens}} {pieces}",
  },
  pick: {
    all: "{which, select, cheapest {{pieces, plural, one {das günstigste Stück} other {die # günstigsten Stücke}}} other {{pieces, plural, one {das teuerste Stück} other {die # teuersten Stücke}}}} {isAny, select, true {} other {({goods})}}",
    ofEvery:
      "{which, select, cheapest {{pieces, plural, one {das günstigste Stück} other {die # günstigsten Stücke}}} other {{pieces, plural, one {das teuerste Stück} other {die # teuersten Stücke}}}} von je {count, number} Stück {isAny, select, true {} other {({goods})}}",
    overall:
      "{which, select, cheapest {{pieces, plural, one {das günstigste Stück} other {die # günstigsten Stücke}}} other {{pieces, plural, one {das teuerste Stück} other {die # teuersten Stücke}}}} im Warenkorb je {count, number} Stück {isAny, select, true {} other {({goods})}}",
  },
  pieces: "{count, number} Stück",
  lines: "{count, plural, one {# Artikel} other {# verschiedene Artikel}}",

  occasion: {
    purchase: "für einen Einkauf",
    event: "für {name}",
    joined: "für deinen Beitritt",
    birthday: "zu deinem Geburtstag",
    tier: "für einen neuen Status",
    challenge: "für eine geschaffte Challenge",
    referral: "für den ersten Einkauf von jemandem, den du eingeladen hast",
    referred: "für einen ersten Einkauf auf Einladung",
    code: "mit einem Code",
    noCode: "ohne Code",
  },

  basket: {
    with: "mit {goods} im Warenkorb",
    without: "ohne {goods} im Warenkorb",
    only: "mit nichts als {goods} im Warenkorb",
    amount: "mit einem Einkaufswert {op, select, at_least {ab} other {bis}} {money}",
    amountOf: "mit {goods} für {op, select, at_least {mindestens} other {höchstens}} {money}",
    count: "mit {op, select, at_least {mindestens} other {höchstens}} {count}",
    countOf: "mit {op, select, at_least {mindestens} other {höchstens}} {count} {goods}",
  },

  place: {
    store: "bei {names}",
    channel: "über {names}",
    device: "auf {names}",
    near: "im Umkreis von {metres} um {name}",
  },

  time: {
    monday: "montags",
    tuesday: "dienstags",
    wednesday: "mittwochs",
    thursday: "donnerstags",
    friday: "freitags",
    saturday: "samstags",
    sunday: "sonntags",
    days: "{days}",
    workdays: "montags bis freitags",
    weekend: "am Wochenende",
    monthDay: "{day, number}.",
    lastDay: "letzten Tag",
    monthDays: "am {days} des Monats",
    daysOnly: "{days} (nur {monthDays})",
    hours: "von {from} bis {to} Uhr",
    both: "{days} {hours}",
    onDate: "{yearly, select, true {jedes Jahr} other {}} am {day}",
    dates: "{yearly, select, true {jedes Jahr} other {}} vom {from} bis zum {to}",
  },

  anniversary: {
    on: "an {of, select, birthday {deinem Geburtstag} other {deinem Jahrestag im Club}}",
    around:
      "bis zu {days, plural, one {einen Tag} other {# Tage}} vor oder nach {of, select, birthday {deinem Geburtstag} other {deinem Jahrestag im Club}}",
    after:
      "an {of, select, birthday {deinem Geburtstag} other {deinem Jahrestag im Club}} und bis zu {days, plural, one {einen Tag} other {# Tage}} danach",
    before:
      "an {of, select, birthday {deinem Geburtstag} other {deinem Jahrestag im Club}} und bis zu {days, plural, one {einen Tag} other {# Tage}} davor",
    between:
      "von {before, plural, one {einem Tag} other {# Tagen}} vor bis {after, plural, one {einem Tag} other {# Tagen}} nach {of, select, birthday {deinem Geburtstag} other {deinem Jahrestag im Club}}",
    month: "im Monat {of, select, birthday {deines Geburtstags} other {deines Beitritts}}",
  },

  field: {
    total: "der Einkaufswert",
    store: "die Filiale",
    channel: "der Kanal",
    device: "das Gerät",
    tier: "dein Status",
    named: "„{name}“",
    own: "„{name}“ in deinem Profil",
    is: "wenn {field} {values} ist",
    isNot: "wenn {field} nicht {values} ist",
    contains: "wenn {field} {values} enthält",
    atLeast: "wenn {field} mindestens {value} ist",
    atMost: "wenn {field} höchstens {value} ist",
    exists: "wenn {field} bekannt ist",
    yes: "ja",
    no: "nein",
    pieces: "die Zahl der Stücke",
    ofAllLines: "„{name}“ aller Artikel zusammen",
    membership: "die Zahl der Tage seit deinem Beitritt",
    alike: "wenn {field} und {other} übereinstimmen",
    unlike: "wenn {field} und {other} nicht übereinstimmen",
    noLess: "wenn {field} mindestens so viel wie {other} ist",
    noMore: "wenn {field} höchstens so viel wie {other} ist",
  },
  member: {
    invited: "wenn du zu den Eingeladenen gehörst",
    notInvited: "wenn du nicht zu den Ausgenommenen gehörst",
    joinedAtLeast: "wenn du seit mindestens {days, plural, one {einem Tag} other {# Tagen}} dabei bist",
    joinedAtMost: "wenn du seit höchstens {days, plural, one {einem Tag} other {# Tagen}} dabei bist",
    joinedToday: "wenn du am selben Tag beigetreten bist",
  },

  history: {
    first: "bei deinem ersten Einkauf",
    firstEvent: "beim ersten Mal {event}",
    nth: "bei jedem {count, number}. Einkauf {isAny, select, true {} other {von {goods}}} {where} {window}",
    nthEvent: "bei jedem {count, number}. Mal {event} {where} {window}",
    eachAmount:
      "jedes Mal, wenn du {window} {where} weitere {money} {isAny, select, true {} other {für {goods}}} ausgegeben hast",
    eachQuantity:
      "jedes Mal, wenn du {window} {where} weitere {pieces} {isAny, select, true {} other {{goods}}} gekauft hast",
    eachStreak:
      "jedes Mal, wenn du {periods} in Folge {where} {isAny, select, true {eingekauft} other {{goods} gekauft}} hast",
    eachStreakEvent: "jedes Mal, wenn {periods} in Folge {where} {event} verzeichnet wurde",
    count:
      "wenn du {window} {where} {op, select, at_least {mindestens} other {höchstens}} {times} {isAny, select, true {eingekauft} other {{goods} gekauft}} hast",
    countEvent:
      "wenn {window} {where} {op, select, at_least {mindestens} other {höchstens}} {times} {event} verzeichnet wurde",
    never: "wenn du {where} noch nie {isAny, select, true {eingekauft} other {{goods} gekauft}} hast",
    neverEvent: "wenn {where} noch nie {event} verzeichnet wurde",
    none: "wenn du {window} {where} {isAny, select, true {nichts} other {nicht {goods}}} gekauft hast",
    noneEvent: "wenn {window} {where} nicht {event} verzeichnet wurde",
    amount:
      "wenn du {window} {where} {op, select, at_least {mindestens} other {höchstens}} {money} {isAny, select, true {} other {für {goods}}} ausgegeben hast",
    quantity:
      "wenn du {window} {where} {op, select, at_least {mindestens} other {höchstens}} {pieces} {isAny, select, true {} other {{goods}}} gekauft hast",
    distinct:
      "wenn du {window} {where} {different} {isAny, select, true {eingekauft} other {{goods} gekauft}} hast",
    streak:
      "wenn du {periods} in Folge {where} {isAny, select, true {eingekauft} other {{goods} gekauft}} hast",
    streakEvent: "wenn {periods} in Folge {where} {event} verzeichnet wurde",
    since:
      "wenn dein {which, select, first {erster} other {letzter}} Einkauf {isAny, select, true {} other {von {goods}}} {where} {op, select, at_least {mindestens} other {höchstens}} {days, plural, one {einen Tag} other {# Tage}} her ist",
    sinceEvent:
      "wenn das {which, select, first {erste} other {letzte}} Mal {event} {where} {op, select, at_least {mindestens} other {höchstens}} {days, plural, one {einen Tag} other {# Tage}} her ist",
    withThis: "{clause} (dieses Mal zählt mit)",
    times: "{count, plural, one {einmal} other {#-mal}}",
    periods:
      "{unit, select, day {an {op, select, at_least {mindestens} at_most {höchstens} other {}} {count, plural, one {# Tag} other {# Tagen}}} week {in {op, select, at_least {mindestens} at_most {höchstens} other {}} {count, plural, one {# Woche} other {# Wochen}}} other {in {op, select, at_least {mindestens} at_most {höchstens} other {}} {count, plural, one {# Monat} other {# Monaten}}}}",
    differentDays:
      "an {op, select, at_least {mindestens} other {höchstens}} {count, plural, one {# Tag} other {# verschiedenen Tagen}}",
    differentStores:
      "in {op, select, at_least {mindestens} other {höchstens}} {count, plural, one {# Filiale} other {# verschiedenen Filialen}}",
    differentChannels:
      "über {op, select, at_least {mindestens} other {höchstens}} {count, plural, one {# Kanal} other {# verschiedene Kanäle}}",
    differentProducts:
      "aus {op, select, at_least {mindestens} other {höchstens}} {count, plural, one {# Sorte} other {# verschiedenen Sorten}}",
    differentCategories:
      "aus {op, select, at_least {mindestens} other {höchstens}} {count, plural, one {# Kategorie} other {# verschiedenen Kategorien}}",
    differentBrands:
      "von {op, select, at_least {mindestens} other {höchstens}} {count, plural, one {# Marke} other {# verschiedenen Marken}}",
    inDays: "{days, plural, one {am selben Tag} other {in den letzten # Tagen}}",
    inPeriod:
      "{period, select, day {am selben Tag} week {in derselben Woche} month {im selben Monat} other {im selben Jahr}}",
    ever: "bisher",
    withinDays: "innerhalb von {days, plural, one {einem Tag} other {# Tagen}}",
    withinPeriod:
      "{period, select, day {an einem Tag} week {in einer Woche} month {in einem Monat} other {in einem Jahr}}",
  },

  group: {
    either: "nur {options}",
    inBrackets: "({parts})",
    not: "aber nicht {clause}",
    notWhen: "außer {clause}",
    notNested: "nicht {clause}",
  },

  limit: {
    points:
      "höchstens {points} {window, select, event {pro Mal} day {pro Tag} week {pro Woche} month {pro Monat} year {pro Jahr} other {insgesamt}}",
    times:
      "höchstens {times, plural, one {einmal} other {#-mal}} {window, select, event {pro Einkauf} day {am Tag} week {in der Woche} month {im Monat} year {im Jahr} other {{times, plural, one {} other {insgesamt}}}}",
    shared: "solange das Angebot reicht",
  },
  terms: {
    atOnce: "sofort nutzbar",
    afterDays: "nutzbar nach {days, plural, one {einem Tag} other {# Tagen}}",
    fromDay: "nutzbar ab dem {day}",
    afterEvent: "nutzbar nach {event}",
    forDays: "{count, plural, one {# Tag} other {# Tage}} gültig",
    forMonths: "{count, plural, one {# Monat} other {# Monate}} gültig",
    untilEnd:
      "gültig bis zum Ende {keep, plural, =0 {{period, select, month {des Monats} quarter {des Quartals} other {des Jahres}}} =1 {{period, select, month {des nächsten Monats} quarter {des nächsten Quartals} other {des nächsten Jahres}}} other {{period, select, month {des Monats in # Monaten} quarter {des Quartals in # Quartalen} other {des Jahres in # Jahren}}}}",
    forEver: "unbegrenzt gültig",
    debt: "bei einer Rückgabe zurückzuzahlen, auch wenn schon ausgegeben",
    forgiven: "bei einer Rückgabe geschenkt, wenn schon ausgegeben",
    kept: "bei einer Rückgabe geschenkt, sobald sie nutzbar sind",
  },
  schedule: {
    from: "ab {day}",
    until: "bis {day}",
  },

  progress: {
    purchases: "{now, number} von {goal, plural, one {# Einkauf} other {# Einkäufen}}",
    events: "{now, number} von {goal, plural, one {# Mal} other {# Malen}}",
    amount: "{now} von {goal}",
    pieces: "{now, number} von {goal, number} Stück",
    days: "{now, number} von {goal, plural, one {# Tag} other {# Tagen}}",
    stores: "{now, number} von {goal, plural, one {# Filiale} other {# Filialen}}",
    channels: "{now, number} von {goal, plural, one {# Kanal} other {# Kanälen}}",
    products: "{now, number} von {goal, plural, one {# Produkt} other {# Produkten}}",
    categories: "{now, number} von {goal, plural, one {# Kategorie} other {# Kategorien}}",
    brands: "{now, number} von {goal, plural, one {# Marke} other {# Marken}}",
    daysInRow: "{now, number} von {goal, plural, one {# Tag} other {# Tagen}} in Folge",
    weeksInRow: "{now, number} von {goal, plural, one {# Woche} other {# Wochen}} in Folge",
    monthsInRow: "{now, number} von {goal, plural, one {# Monat} other {# Monaten}} in Folge",
    steps: "{now, number} von {goal, plural, one {# Schritt} other {# Schritten}}",
    points:
      "{name} {window, select, day {heute} week {diese Woche} month {diesen Monat} year {dieses Jahr} other {}}: {now, number} von {goal, number}",
    times:
      "{now, number} von {goal, number} Mal {window, select, day {heute} week {diese Woche} month {diesen Monat} year {dieses Jahr} other {}}",
  },
};
