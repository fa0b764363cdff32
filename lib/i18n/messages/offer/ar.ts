import type { Translation } from "../../translation";
import type { en } from "./en";

export const ar: Translation<typeof en> = {
  sentence: "تحصل على {gains} {occasion} {goods} {place} {time} {when} {tail}.",
  tail: "، {part}",
  when: "{clauses}",

  gains: {
    perAmount:
      "{points} عن كل {money} {whole, select, true {كاملة} other {}} {isAny, select, true {} other {على {goods}}}",
    perPiece:
      "{points} عن كل {pieces, plural, zero {# قطعة} one {قطعة} two {قطعتين} few {# قطع} many {# قطعة} other {# قطعة}} {isAny, select, true {} other {من {goods}}}",
    perValue:
      "{points} عن كل {per, plural, zero {#} =1 {} two {#} few {#} many {#} other {#}} «{name}» {whole, select, true {كاملة} other {}}",
    step: "{points} ابتداءً من {amount}",
    steps: "{steps} {isAny, select, true {} other {من {goods}}}",
    multiplier:
      "{factor, select, double {ضعف} triple {ثلاثة أضعاف} other {{times}×}} {name} {isAny, select, true {} other {على {goods}}} {all, select, true {(بما فيها المكافآت)} other {}}",
    together: "{gain} مع {parts}",
    upTo: "{gain} (حتى {points})",
    voucher:
      "قسيمة {name} {days, plural, =0 {} =1 {(صالحة في اليوم نفسه)} two {(صالحة لمدة يومين)} few {(صالحة لمدة # أيام)} many {(صالحة لمدة # يومًا)} other {(صالحة لمدة # يوم)}}",
    badge: "شارة {name}",
    progress:
      "{by, plural, zero {# خطوة} one {خطوة واحدة} two {خطوتين} few {# خطوات} many {# خطوة} other {# خطوة}} من أصل {goal, number} في تحدي {name}",
    tier: "مستوى {name}",
  },

  goods: {
    any: "المنتجات",
    brand: "منتجات {brands}",
    categoryOfBrand: "{categories} من {brands}",
    label: "{name}: {values}",
    counted: "{pieces} من {goods}",
    narrowed: "{goods} ({details})",
    contains:
      "{values} ضمن {field, select, category {الفئة} brand {العلامة التجارية} sku {رقم الصنف} other {الاسم}}",
    is: "{field, select, category {الفئة} brand {العلامة التجارية} sku {رقم الصنف} other {الاسم}} {values}",
    isNot:
      "ما عدا {field, select, category {} brand {العلامة التجارية} sku {رقم الصنف} other {الاسم}} {values}",
    amount: "{money} {op, select, at_least {على الأقل} other {على الأكثر}}",
    price: "{money} للقطعة {op, select, at_least {على الأقل} other {على الأكثر}}",
    quantity: "{pieces} {op, select, at_least {على الأقل} other {على الأكثر}}",
  },
  pick: {
    all: "{which, select, cheapest {{pieces, plural, zero {أرخص # قطعة} one {أرخص قطعة} two {أرخص قطعتين} few {أرخص # قطع} many {أرخص # قطعة} other {أرخص # قطعة}}} other {{pieces, plural, zero {أغلى # قطعة} one {أغلى قطعة} two {أغلى قطعتين} few {أغلى # قطع} many {أغلى # قطعة} other {أغلى # قطعة}}}} {isAny, select, true {} other {من {goods}}}",
    ofEvery:
      "{which, select, cheapest {{pieces, plural, zero {أرخص # قطعة} one {أرخص قطعة} two {أرخص قطعتين} few {أرخص # قطع} many {أرخص # قطعة} other {أرخص # قطعة}}} other {{pieces, plural, zero {أغلى # قطعة} one {أغلى قطعة} two {أغلى قطعتين} few {أغلى # قطع} many {أغلى # قطعة} other {أغلى # قطعة}}}} من كل {count, plural, zero {# قطعة} one {قطعة} two {قطعتين} few {# قطع} many {# قطعة} other {# قطعة}} {isAny, select, true {} other {من {goods}}}",
    overall:
      "{which, select, cheapest {{pieces, plural, zero {أرخص # قطعة} one {أرخص قطعة} two {أرخص قطعتين} few {أرخص # قطع} many {أرخص # قطعة} other {أرخص # قطعة}}} other {{pieces, plural, zero {أغلى # قطعة} one {أغلى قطعة} two {أغلى قطعتين} few {أغلى # قطع} many {أغلى # قطعة} other {أغلى # قطعة}}}} في السلة عن كل {count, plural, zero {# قطعة} one {قطعة} two {قطعتين} few {# قطع} many {# قطعة} other {# قطعة}} {isAny, select, true {} other {من {goods}}}",
  },
  pieces:
    "{count, plural, zero {# قطعة} one {قطعة واحدة} two {قطعتين} few {# قطع} many {# قطعة} other {# قطعة}}",
  lines:
    "{count, plural, zero {# صنف} one {صنف واحد} two {صنفين مختلفين} few {# أصناف مختلفة} many {# صنفًا مختلفًا} other {# صنف مختلف}}",

  occasion: {
    purchase: "عند الشراء",
    event: "مقابل {name}",
    joined: "عند انضمامك",
    birthday: "بمناسبة عيد ميلادك",
    tier: "عند تغيّر مستواك",
    challenge: "عند إكمال تحدٍّ",
    referral: "عند أول عملية شراء لصديق دعوته",
    referred: "عند أول عملية شراء بدعوة",
    code: "باستخدام رمز",
    noCode: "دون رمز",
  },

  basket: {
    with: "مع {goods} في السلة",
    without: "دون {goods} في السلة",
    only: "مع {goods} فقط في السلة",
    amount: "مع سلة بقيمة {money} {op, select, at_least {على الأقل} other {على الأكثر}}",
    amountOf: "مع {goods} بقيمة {money} {op, select, at_least {على الأقل} other {على الأكثر}}",
    count: "مع {count} {op, select, at_least {على الأقل} other {على الأكثر}}",
    countOf: "مع {count} من {goods} {op, select, at_least {على الأقل} other {على الأكثر}}",
  },

  place: {
    store: "في {names}",
    channel: "عبر {names}",
    device: "على {names}",
    near: "ضمن {metres} من {name}",
  },

  time: {
    monday: "الاثنين",
    tuesday: "الثلاثاء",
    wednesday: "الأربعاء",
    thursday: "الخميس",
    friday: "الجمعة",
    saturday: "السبت",
    sunday: "الأحد",
    days: "أيام {days}",
    workdays: "من الاثنين إلى الجمعة",
    weekend: "يومي السبت والأحد",
    monthDay: "اليوم {day, number}",
    lastDay: "اليوم الأخير",
    monthDays: "في {days} من الشهر",
    daysOnly: "{days} (فقط {monthDays})",
    hours: "من {from} إلى {to}",
    both: "{days} {hours}",
    onDate: "{yearly, select, true {كل عام} other {}} في {day}",
    dates: "{yearly, select, true {كل عام} other {}} من {from} إلى {to}",
  },

  anniversary: {
    on: "في {of, select, birthday {عيد ميلادك} other {ذكرى انضمامك}}",
    around:
      "خلال {days, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} قبل {of, select, birthday {عيد ميلادك} other {ذكرى انضمامك}} أو بعده",
    after:
      "في {of, select, birthday {عيد ميلادك} other {ذكرى انضمامك}} وحتى {days, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} بعد ذلك",
    before:
      "في {of, select, birthday {عيد ميلادك} other {ذكرى انضمامك}} وحتى {days, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} قبل ذلك",
    between:
      "من {before, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} قبل {of, select, birthday {عيد ميلادك} other {ذكرى انضمامك}} إلى {after, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} بعد ذلك",
    month: "في شهر {of, select, birthday {ميلادك} other {انضمامك}}",
  },

  field: {
    total: "الإجمالي",
    store: "المتجر",
    channel: "القناة",
    device: "الجهاز",
    tier: "مستواك",
    named: "«{name}»",
    own: "«{name}» في ملفك",
    is: "بشرط أن يساوي {field}: {values}",
    isNot: "بشرط ألا يساوي {field}: {values}",
    contains: "بشرط أن يتضمن {field}: {values}",
    atLeast: "بشرط ألا يقل {field} عن {value}",
    atMost: "بشرط ألا يزيد {field} على {value}",
    exists: "بشرط توفر {field}",
    yes: "نعم",
    no: "لا",
    pieces: "عدد القطع",
    ofAllLines: "«{name}» لكل الأصناف معًا",
    membership: "عدد الأيام منذ انضمامك",
    alike: "بشرط أن يتطابق {field} مع {other}",
    unlike: "بشرط ألا يتطابق {field} مع {other}",
    noLess: "بشرط ألا يقل {field} عن {other}",
    noMore: "بشرط ألا يزيد {field} على {other}",
  },
  member: {
    invited: "إذا كنت من المدعوين",
    notInvited: "إذا لم تكن من المستثنين",
    joinedAtLeast:
      "إذا مضى على انضمامك {days, plural, zero {# يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}} على الأقل",
    joinedAtMost:
      "إذا مضى على انضمامك {days, plural, zero {# يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}} على الأكثر",
    joinedToday: "إذا انضممت في اليوم نفسه",
  },

  history: {
    first: "عند أول عملية شراء لك",
    firstEvent: "في المرة الأولى لـ {event}",
    nth: "عند كل {count, plural, zero {# عملية شراء} one {عملية شراء} two {عمليتي شراء} few {# عمليات شراء} many {# عملية شراء} other {# عملية شراء}} {isAny, select, true {} other {من {goods}}} {where} {window}",
    nthEvent:
      "كل {count, plural, zero {# مرة} one {مرة} two {مرتين} few {# مرات} many {# مرة} other {# مرة}} من {event} {where} {window}",
    eachAmount:
      "في كل مرة تنفق فيها {money} إضافية {isAny, select, true {} other {على {goods}}} {where} {window}",
    eachQuantity:
      "في كل مرة تشتري فيها {pieces} إضافية {isAny, select, true {} other {من {goods}}} {where} {window}",
    eachStreak: "في كل مرة تشتري فيها {isAny, select, true {} other {{goods}}} {where} {periods} على التوالي",
    eachStreakEvent: "في كل مرة يتكرر فيها {event} {where} {periods} على التوالي",
    count:
      "إذا اشتريت {isAny, select, true {} other {{goods}}} {where} {times} {op, select, at_least {على الأقل} other {على الأكثر}} {window}",
    countEvent:
      "إذا تكرر {event} {where} {times} {op, select, at_least {على الأقل} other {على الأكثر}} {window}",
    never: "إذا لم يسبق لك شراء {isAny, select, true {أي شيء} other {{goods}}} {where}",
    neverEvent: "إذا لم يسبق تسجيل {event} {where}",
    none: "إذا لم تشترِ {isAny, select, true {شيئًا} other {{goods}}} {where} {window}",
    noneEvent: "إذا لم يُسجَّل {event} {where} {window}",
    amount:
      "إذا أنفقت {money} {op, select, at_least {على الأقل} other {على الأكثر}} {isAny, select, true {} other {على {goods}}} {where} {window}",
    quantity:
      "إذا اشتريت {pieces} {op, select, at_least {على الأقل} other {على الأكثر}} {isAny, select, true {} other {من {goods}}} {where} {window}",
    distinct: "إذا اشتريت {isAny, select, true {} other {{goods}}} {where} {different} {window}",
    streak: "إذا اشتريت {isAny, select, true {} other {{goods}}} {where} {periods} على التوالي",
    streakEvent: "إذا تكرر {event} {where} {periods} على التوالي",
    since:
      "إذا مضى على {which, select, first {أول} other {آخر}} عملية شراء لك {isAny, select, true {} other {من {goods}}} {where} {days, plural, zero {# يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}} {op, select, at_least {على الأقل} other {على الأكثر}}",
    sinceEvent:
      "إذا مضى على {which, select, first {أول} other {آخر}} مرة من {event} {where} {days, plural, zero {# يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}} {op, select, at_least {على الأقل} other {على الأكثر}}",
    withThis: "{clause} (بما فيها هذه المرة)",
    times:
      "{count, plural, zero {# مرة} one {مرة واحدة} two {مرتين} few {# مرات} many {# مرة} other {# مرة}}",
    periods:
      "{unit, select, day {{count, plural, zero {# يوم} one {يومًا واحدًا} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}} week {{count, plural, zero {# أسبوع} one {أسبوعًا واحدًا} two {أسبوعين} few {# أسابيع} many {# أسبوعًا} other {# أسبوع}}} other {{count, plural, zero {# شهر} one {شهرًا واحدًا} two {شهرين} few {# أشهر} many {# شهرًا} other {# شهر}}}} {op, select, at_least {على الأقل} at_most {على الأكثر} other {}}",
    differentDays:
      "في {count, plural, zero {# يوم} one {يوم واحد} two {يومين مختلفين} few {# أيام مختلفة} many {# يومًا مختلفًا} other {# يوم مختلف}} {op, select, at_least {على الأقل} other {على الأكثر}}",
    differentStores:
      "في {count, plural, zero {# متجر} one {متجر واحد} two {متجرين مختلفين} few {# متاجر مختلفة} many {# متجرًا مختلفًا} other {# متجر مختلف}} {op, select, at_least {على الأقل} other {على الأكثر}}",
    differentChannels:
      "عبر {count, plural, zero {# قناة} one {قناة واحدة} two {قناتين مختلفتين} few {# قنوات مختلفة} many {# قناة مختلفة} other {# قناة مختلفة}} {op, select, at_least {على الأقل} other {على الأكثر}}",
    differentProducts:
      "من {count, plural, zero {# نوع} one {نوع واحد} two {نوعين مختلفين} few {# أنواع مختلفة} many {# نوعًا مختلفًا} other {# نوع مختلف}} {op, select, at_least {على الأقل} other {على الأكثر}}",
    differentCategories:
      "من {count, plural, zero {# فئة} one {فئة واحدة} two {فئتين مختلفتين} few {# فئات مختلفة} many {# فئة مختلفة} other {# فئة مختلفة}} {op, select, at_least {على الأقل} other {على الأكثر}}",
    differentBrands:
      "من {count, plural, zero {# علامة تجارية} one {علامة تجارية واحدة} two {علامتين تجاريتين} few {# علامات تجارية} many {# علامة تجارية} other {# علامة تجارية}} {op, select, at_least {على الأقل} other {على الأكثر}}",
    inDays:
      "{days, plural, zero {في اليوم نفسه} one {في اليوم نفسه} two {خلال آخر يومين} few {خلال آخر # أيام} many {خلال آخر # يومًا} other {خلال آخر # يوم}}",
    inPeriod:
      "{period, select, day {في اليوم نفسه} week {في الأسبوع نفسه} month {في الشهر نفسه} other {في العام نفسه}}",
    ever: "حتى الآن",
    withinDays:
      "خلال {days, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}",
    withinPeriod: "خلال {period, select, day {يوم} week {أسبوع} month {شهر} other {عام}}",
  },

  group: {
    either: "فقط {options}",
    inBrackets: "({parts})",
    not: "ولكن ليس {clause}",
    notWhen: "ولكن ليس {clause}",
    notNested: "ليس {clause}",
  },

  limit: {
    points:
      "بحد أقصى {points} {window, select, event {في كل مرة} day {في اليوم} week {في الأسبوع} month {في الشهر} year {في السنة} other {إجمالًا}}",
    times:
      "بحد أقصى {times, plural, zero {# مرة} one {مرة واحدة} two {مرتين} few {# مرات} many {# مرة} other {# مرة}} {window, select, event {لكل عملية شراء} day {في اليوم} week {في الأسبوع} month {في الشهر} year {في السنة} other {{times, plural, zero {إجمالًا} one {} two {إجمالًا} few {إجمالًا} many {إجمالًا} other {إجمالًا}}}}",
    shared: "حتى نفاد العرض",
  },
  terms: {
    atOnce: "قابلة للاستخدام فورًا",
    afterDays:
      "قابلة للاستخدام بعد {days, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}",
    fromDay: "قابلة للاستخدام ابتداءً من {day}",
    afterEvent: "قابلة للاستخدام بعد {event}",
    forDays:
      "صالحة لمدة {count, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}",
    forMonths:
      "صالحة لمدة {count, plural, zero {# شهر} one {شهر واحد} two {شهرين} few {# أشهر} many {# شهرًا} other {# شهر}}",
    untilEnd:
      "صالحة حتى نهاية {period, select, month {الشهر {keep, plural, zero {الحالي} one {التالي} two {بعد شهرين} few {بعد # أشهر} many {بعد # شهرًا} other {بعد # شهر}}} quarter {الربع {keep, plural, zero {الحالي} one {التالي} two {بعد ربعين} few {بعد # أرباع} many {بعد # ربعًا} other {بعد # ربع}}} other {السنة {keep, plural, zero {الحالية} one {التالية} two {بعد سنتين} few {بعد # سنوات} many {بعد # سنة} other {بعد # سنة}}}}",
    forEver: "لا تنتهي صلاحيتها",
    debt: "تُسترد عند الإرجاع حتى إن أُنفقت",
    forgiven: "تبقى لك إن أنفقتها قبل الإرجاع",
    kept: "تبقى لك عند الإرجاع متى صارت قابلة للاستخدام",
  },
  schedule: {
    from: "ابتداءً من {day}",
    until: "حتى {day}",
  },

  progress: {
    purchases:
      "{now, number} من أصل {goal, plural, zero {# عملية شراء} one {عملية شراء واحدة} two {عمليتي شراء} few {# عمليات شراء} many {# عملية شراء} other {# عملية شراء}}",
    events:
      "{now, number} من أصل {goal, plural, zero {# مرة} one {مرة واحدة} two {مرتين} few {# مرات} many {# مرة} other {# مرة}}",
    amount: "{now} من أصل {goal}",
    pieces:
      "{now, number} من أصل {goal, plural, zero {# قطعة} one {قطعة واحدة} two {قطعتين} few {# قطع} many {# قطعة} other {# قطعة}}",
    days: "{now, number} من أصل {goal, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}",
    stores:
      "{now, number} من أصل {goal, plural, zero {# متجر} one {متجر واحد} two {متجرين} few {# متاجر} many {# متجرًا} other {# متجر}}",
    channels:
      "{now, number} من أصل {goal, plural, zero {# قناة} one {قناة واحدة} two {قناتين} few {# قنوات} many {# قناة} other {# قناة}}",
    products:
      "{now, number} من أصل {goal, plural, zero {# منتج} one {منتج واحد} two {منتجين} few {# منتجات} many {# منتجًا} other {# منتج}}",
    categories:
      "{now, number} من أصل {goal, plural, zero {# فئة} one {فئة واحدة} two {فئتين} few {# فئات} many {# فئة} other {# فئة}}",
    brands:
      "{now, number} من أصل {goal, plural, zero {# علامة تجارية} one {علامة تجارية واحدة} two {علامتين تجاريتين} few {# علامات تجارية} many {# علامة تجارية} other {# علامة تجارية}}",
    daysInRow:
      "{now, number} من أصل {goal, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} على التوالي",
    weeksInRow:
      "{now, number} من أصل {goal, plural, zero {# أسبوع} one {أسبوع واحد} two {أسبوعين} few {# أسابيع} many {# أسبوعًا} other {# أسبوع}} على التوالي",
    monthsInRow:
      "{now, number} من أصل {goal, plural, zero {# شهر} one {شهر واحد} two {شهرين} few {# أشهر} many {# شهرًا} other {# شهر}} على التوالي",
    steps:
      "{now, number} من أصل {goal, plural, zero {# خطوة} one {خطوة واحدة} two {خطوتين} few {# خطوات} many {# خطوة} other {# خطوة}}",
    points:
      "{name} {window, select, day {اليوم} week {هذا الأسبوع} month {هذا الشهر} year {هذه السنة} other {}}: {now, number} من {goal, number}",
    times:
      "{now, number} من أصل {goal, plural, zero {# مرة} one {مرة واحدة} two {مرتين} few {# مرات} many {# مرة} other {# مرة}} {window, select, day {اليوم} week {هذا الأسبوع} month {هذا الشهر} year {هذه السنة} other {}}",
  },
};
