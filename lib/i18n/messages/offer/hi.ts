import type { Translation } from "../../translation";
import type { en } from "./en";

export const hi: Translation<typeof en> = {
  sentence: "{when} {time} {place} {goods} {occasion} {gains} पाएँ {tail}।",
  tail: ", {part}",
  when: "{clauses}, तो",

  gains: {
    perAmount:
      "{isAny, select, true {} other {{goods} पर}} हर {whole, select, true {पूरे} other {}} {money} के लिए {points}",
    perPiece:
      "{isAny, select, true {} other {{goods} के}} हर {pieces, plural, =1 {पीस} other {# पीस}} के लिए {points}",
    perValue:
      "हर {whole, select, true {पूरे} other {}} {per, plural, =1 {“{name}”} other {# “{name}”}} के लिए {points}",
    step: "{amount} या उससे ज़्यादा पर {points}",
    steps: "{isAny, select, true {} other {{goods} पर}} {steps}",
    multiplier:
      "{isAny, select, true {} other {{goods} पर}} {factor, select, double {दोगुने} triple {तिगुने} other {{times} गुना}} {name} {all, select, true {(बोनस सहित)} other {}}",
    together: "{parts} के साथ {gain}",
    upTo: "{gain} (अधिकतम {points})",
    voucher: "वाउचर {name} {days, plural, =0 {} =1 {(उसी दिन मान्य)} other {(# दिन तक मान्य)}}",
    badge: "बैज {name}",
    progress: "चैलेंज {name} में {goal, number} में से {by, plural, one {# कदम} other {# कदम}}",
    tier: "{name} टियर",
  },

  goods: {
    any: "प्रोडक्ट",
    brand: "{brands} प्रोडक्ट",
    categoryOfBrand: "{brands} {categories}",
    label: "{name}: {values}",
    counted: "{goods} के {pieces}",
    narrowed: "{goods} ({details})",
    contains: "{field, select, category {श्रेणी} brand {ब्रांड} sku {आइटम नंबर} other {नाम}} में {values}",
    is: "{field, select, category {श्रेणी} brand {ब्रांड} sku {आइटम नंबर} other {नाम}} {values}",
    isNot: "{field, select, category {} brand {ब्रांड} sku {आइटम नंबर} other {नाम}} {values} को छोड़कर",
    amount: "{op, select, at_least {कम से कम} other {अधिकतम}} {money}",
    price: "प्रति पीस {op, select, at_least {कम से कम} other {अधिकतम}} {money}",
    quantity: "{op, select, at_least {कम से कम} other {अधिकतम}} {pieces}",
  },
  pick: {
    all: "{isAny, select, true {} other {{goods} के}} {which, select, cheapest {{pieces, plural, one {सबसे सस्ते पीस} other {सबसे सस्ते # पीस}}} other {{pieces, plural, one {सबसे महँगे पीस} other {सबसे महँगे # पीस}}}}",
    ofEvery:
      "{isAny, select, true {} other {{goods} के}} हर {count, number} पीस में से {which, select, cheapest {{pieces, plural, one {सबसे सस्ते पीस} other {सबसे सस्ते # पीस}}} other {{pieces, plural, one {सबसे महँगे पीस} other {सबसे महँगे # पीस}}}}",
    overall:
      "{isAny, select, true {} other {{goods} के}} हर {count, number} पीस के लिए बास्केट के {which, select, cheapest {{pieces, plural, one {सबसे सस्ते पीस} other {सबसे सस्ते # पीस}}} other {{pieces, plural, one {सबसे महँगे पीस} other {सबसे महँगे # पीस}}}}",
  },
  pieces: "{count, number} पीस",
  lines: "{count, plural, one {# आइटम} other {# अलग-अलग आइटम}}",

  occasion: {
    purchase: "खरीदारी पर",
    event: "{name} के लिए",
    joined: "जुड़ने पर",
    birthday: "आपके जन्मदिन पर",
    tier: "टियर बदलने पर",
    challenge: "चैलेंज पूरा करने पर",
    referral: "आपके बुलाए दोस्त की पहली ख़रीद पर",
    referred: "न्योते पर पहली ख़रीद के लिए",
    code: "कोड के साथ",
    noCode: "बिना कोड",
  },

  basket: {
    with: "बास्केट में {goods} होने पर",
    without: "बास्केट में {goods} न होने पर",
    only: "बास्केट में केवल {goods} होने पर",
    amount: "{op, select, at_least {कम से कम} other {अधिकतम}} {money} की बास्केट पर",
    amountOf: "बास्केट में {op, select, at_least {कम से कम} other {अधिकतम}} {money} के {goods} होने पर",
    count: "बास्केट में {op, select, at_least {कम से कम} other {अधिकतम}} {count} होने पर",
    countOf: "बास्केट में {goods} के {op, select, at_least {कम से कम} other {अधिकतम}} {count} होने पर",
  },

  place: {
    store: "{names} में",
    channel: "{names} के ज़रिए",
    device: "{names} पर",
    near: "{name} से {metres} के भीतर",
  },

  time: {
    monday: "सोमवार",
    tuesday: "मंगलवार",
    wednesday: "बुधवार",
    thursday: "गुरुवार",
    friday: "शुक्रवार",
    saturday: "शनिवार",
    sunday: "रविवार",
    days: "{days} को",
    workdays: "सोमवार से शुक्रवार तक",
    weekend: "शनिवार और रविवार को",
    monthDay: "{day, number} तारीख",
    lastDay: "आखिरी दिन",
    monthDays: "हर महीने {days} को",
    daysOnly: "{days} (केवल {monthDays})",
    hours: "{from} से {to} तक",
    both: "{days} {hours}",
    onDate: "{yearly, select, true {हर साल} other {}} {day} को",
    dates: "{yearly, select, true {हर साल} other {}} {from} से {to} तक",
  },

  anniversary: {
    on: "{of, select, birthday {आपके जन्मदिन} other {आपके जुड़ने की सालगिरह}} पर",
    around:
      "{of, select, birthday {आपके जन्मदिन} other {आपके जुड़ने की सालगिरह}} से {days, plural, one {# दिन} other {# दिन}} पहले या बाद तक",
    after:
      "{of, select, birthday {आपके जन्मदिन} other {आपके जुड़ने की सालगिरह}} पर और उसके {days, plural, one {# दिन} other {# दिन}} बाद तक",
    before:
      "{of, select, birthday {आपके जन्मदिन} other {आपके जुड़ने की सालगिरह}} पर और उससे {days, plural, one {# दिन} other {# दिन}} पहले तक",
    between:
      "{of, select, birthday {आपके जन्मदिन} other {आपके जुड़ने की सालगिरह}} से {before, number} दिन पहले से {after, number} दिन बाद तक",
    month: "{of, select, birthday {आपके जन्मदिन} other {आपके जुड़ने}} के महीने में",
  },

  field: {
    total: "कुल रकम",
    store: "स्टोर",
    channel: "चैनल",
    device: "डिवाइस",
    tier: "आपका टियर",
    named: "“{name}”",
    own: "आपकी प्रोफ़ाइल में “{name}”",
    is: "अगर {field} {values} हो",
    isNot: "अगर {field} {values} न हो",
    contains: "अगर {field} में {values} शामिल हो",
    atLeast: "अगर {field} कम से कम {value} हो",
    atMost: "अगर {field} अधिकतम {value} हो",
    exists: "अगर {field} दर्ज हो",
    yes: "हाँ",
    no: "नहीं",
    pieces: "नगों की संख्या",
    ofAllLines: "सभी चीज़ों का कुल “{name}”",
    membership: "आपके जुड़ने के बाद के दिनों की संख्या",
    alike: "अगर {field} और {other} एक ही हों",
    unlike: "अगर {field} और {other} अलग हों",
    noLess: "अगर {field} कम से कम {other} जितना हो",
    noMore: "अगर {field} {other} से ज़्यादा न हो",
  },
  member: {
    invited: "अगर आप आमंत्रित सदस्यों में हों",
    notInvited: "अगर आप बाहर रखे गए सदस्यों में न हों",
    joinedAtLeast: "अगर आपको जुड़े कम से कम {days, number} दिन हुए हों",
    joinedAtMost: "अगर आपको जुड़े अधिकतम {days, number} दिन हुए हों",
    joinedToday: "अगर आप उसी दिन जुड़े हों",
  },

  history: {
    first: "आपकी पहली खरीदारी पर",
    firstEvent: "पहली बार {event} पर",
    nth: "{window} {where} {isAny, select, true {} other {{goods} की}} हर {count, plural, =2 {दूसरी} =3 {तीसरी} =4 {चौथी} =6 {छठी} one {#वीं} other {#वीं}} खरीदारी पर",
    nthEvent: "{window} {where} {event} के हर {count, number} बार में एक पर",
    eachAmount: "{window} {where} {isAny, select, true {} other {{goods} पर}} हर बार {money} और खर्च करने पर",
    eachQuantity: "{window} {where} हर बार {isAny, select, true {} other {{goods} के}} {pieces} और खरीदने पर",
    eachStreak:
      "{where} हर बार लगातार {periods} {isAny, select, true {खरीदारी करने} other {{goods} खरीदने}} पर",
    eachStreakEvent: "{where} हर बार लगातार {periods} {event} होने पर",
    count:
      "अगर आपने {window} {where} {op, select, at_least {कम से कम} other {अधिकतम}} {times} {isAny, select, true {} other {{goods} की}} खरीदारी की हो",
    countEvent: "अगर {window} {where} {op, select, at_least {कम से कम} other {अधिकतम}} {times} {event} हुआ हो",
    never: "अगर आपने {where} पहले कभी {isAny, select, true {} other {{goods} की}} खरीदारी न की हो",
    neverEvent: "अगर {where} पहले कभी {event} न हुआ हो",
    none: "अगर आपने {window} {where} {isAny, select, true {कोई} other {{goods} की}} खरीदारी न की हो",
    noneEvent: "अगर {window} {where} {event} न हुआ हो",
    amount:
      "अगर आपने {window} {where} {isAny, select, true {} other {{goods} पर}} {op, select, at_least {कम से कम} other {अधिकतम}} {money} खर्च किए हों",
    quantity:
      "अगर आपने {window} {where} {isAny, select, true {} other {{goods} के}} {op, select, at_least {कम से कम} other {अधिकतम}} {pieces} खरीदे हों",
    distinct:
      "अगर आपने {window} {where} {different} {isAny, select, true {} other {{goods} की}} खरीदारी की हो",
    streak: "अगर आपने {where} लगातार {periods} {isAny, select, true {} other {{goods} की}} खरीदारी की हो",
    streakEvent: "अगर {where} लगातार {periods} {event} हुआ हो",
    since:
      "अगर {where} {isAny, select, true {} other {{goods} की}} आपकी {which, select, first {पहली} other {पिछली}} खरीदारी को {op, select, at_least {कम से कम} other {अधिकतम}} {days, number} दिन हुए हों",
    sinceEvent:
      "अगर {where} {which, select, first {पहली} other {पिछली}} बार {event} को {op, select, at_least {कम से कम} other {अधिकतम}} {days, number} दिन हुए हों",
    withThis: "{clause} (इस बार को मिलाकर)",
    times: "{count, number} बार",
    periods:
      "{op, select, at_least {कम से कम} at_most {अधिकतम} other {}} {unit, select, day {{count, number} दिन} week {{count, plural, one {# हफ़्ते} other {# हफ़्तों}} तक} other {{count, plural, one {# महीने} other {# महीनों}} तक}}",
    differentDays: "{op, select, at_least {कम से कम} other {अधिकतम}} {count, number} अलग-अलग दिन",
    differentStores: "{op, select, at_least {कम से कम} other {अधिकतम}} {count, number} अलग-अलग स्टोर में",
    differentChannels: "{op, select, at_least {कम से कम} other {अधिकतम}} {count, number} अलग-अलग चैनलों से",
    differentProducts: "{op, select, at_least {कम से कम} other {अधिकतम}} {count, number} अलग-अलग किस्मों में",
    differentCategories: "{op, select, at_least {कम से कम} other {अधिकतम}} {count, number} अलग-अलग श्रेणियों में",
    differentBrands: "{op, select, at_least {कम से कम} other {अधिकतम}} {count, number} अलग-अलग ब्रांडों में",
    inDays: "{days, plural, =1 {उसी दिन} other {पिछले # दिनों में}}",
    inPeriod: "{period, select, day {उसी दिन} week {उसी हफ़्ते} month {उसी महीने} other {उसी साल}}",
    ever: "अब तक",
    withinDays: "{days, plural, =1 {एक दिन में} other {# दिनों में}}",
    withinPeriod: "{period, select, day {एक दिन} week {एक हफ़्ते} month {एक महीने} other {एक साल}} में",
  },

  group: {
    either: "केवल {options}",
    inBrackets: "({parts})",
    not: "लेकिन {clause} नहीं",
    notWhen: "लेकिन {clause} तो नहीं",
    notNested: "{clause} नहीं",
  },

  limit: {
    points:
      "{window, select, event {हर बार} day {दिन में} week {हफ़्ते में} month {महीने में} year {साल में} other {कुल}} अधिकतम {points}",
    times:
      "{window, select, event {हर खरीदारी पर} day {दिन में} week {हफ़्ते में} month {महीने में} year {साल में} other {{times, plural, =1 {} other {कुल}}}} अधिकतम {times, number} बार",
    shared: "ऑफ़र उपलब्ध रहने तक",
  },
  terms: {
    atOnce: "तुरंत इस्तेमाल के लायक",
    afterDays: "{days, number} दिन बाद इस्तेमाल के लायक",
    fromDay: "{day} से इस्तेमाल के लायक",
    afterEvent: "{event} के बाद इस्तेमाल के लायक",
    forDays: "{count, number} दिन तक मान्य",
    forMonths: "{count, plural, one {# महीने} other {# महीनों}} तक मान्य",
    untilEnd:
      "{keep, plural, =0 {{period, select, month {महीने} quarter {तिमाही} other {साल}}} =1 {{period, select, month {अगले महीने} quarter {अगली तिमाही} other {अगले साल}}} other {{period, select, month {# महीने बाद के महीने} quarter {# तिमाही बाद की तिमाही} other {# साल बाद के साल}}}} के अंत तक मान्य",
    forEver: "हमेशा मान्य",
    debt: "सामान लौटाने पर वापस देने होंगे, भले ही खर्च हो चुके हों",
    forgiven: "सामान लौटाने से पहले खर्च हो चुके हों तो आपके रहेंगे",
    kept: "इस्तेमाल के लायक होने के बाद सामान लौटाने पर भी आपके रहेंगे",
  },
  schedule: {
    from: "{day} से",
    until: "{day} तक",
  },

  progress: {
    purchases: "{goal, number} में से {now, plural, one {# खरीदारी} other {# खरीदारियाँ}}",
    events: "{goal, number} में से {now, number} बार",
    amount: "{goal} में से {now}",
    pieces: "{goal, number} में से {now, number} पीस",
    days: "{goal, number} में से {now, number} दिन",
    stores: "{goal, number} में से {now, number} स्टोर",
    channels: "{goal, number} में से {now, number} चैनल",
    products: "{goal, number} में से {now, number} उत्पाद",
    categories: "{goal, number} में से {now, plural, one {# श्रेणी} other {# श्रेणियाँ}}",
    brands: "{goal, number} में से {now, number} ब्रांड",
    daysInRow: "लगातार {goal, number} में से {now, number} दिन",
    weeksInRow: "लगातार {goal, number} में से {now, plural, one {# हफ़्ता} other {# हफ़्ते}}",
    monthsInRow: "लगातार {goal, number} में से {now, plural, one {# महीना} other {# महीने}}",
    steps: "{goal, number} में से {now, number} कदम",
    points:
      "{window, select, day {आज} week {इस हफ़्ते} month {इस महीने} year {इस साल} other {}} {name}: {goal, number} में से {now, number}",
    times:
      "{window, select, day {आज} week {इस हफ़्ते} month {इस महीने} year {इस साल} other {}} {goal, number} में से {now, number} बार",
  },
};
