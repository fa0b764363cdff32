/**
 * What a campaign offers, told to the member. Arguments that stand alone between spaces are clauses of their own; those
 * that a campaign has no use for are empty, and the space that they leave is closed afterwards.
 */
export const en = {
  sentence: "You get {gains} {occasion} {goods} {place} {time} {when} {tail}.",
  /** What follows the sentence, part by part. */
  tail: ", {part}",
  /** Conditions that begin with their own "when". */
  when: "{clauses}",

  gains: {
    perAmount:
      "{points} per {whole, select, true {full} other {}} {money} {isAny, select, true {} other {on {goods}}}",
    perPiece:
      "{points} per {pieces, plural, one {piece} other {# pieces}} {isAny, select, true {} other {of {goods}}}",
    perValue: "{points} per {whole, select, true {full} other {}} {per, plural, =1 {} other {#}} {name}",
    step: "{points} for at least {amount}",
    steps: "{steps} {isAny, select, true {} other {of {goods}}}",
    multiplier:
      "{factor, select, double {double} triple {triple} other {{times}×}} {name} {isAny, select, true {} other {on {goods}}} {all, select, true {(bonuses included)} other {}}",
    together: "{gain} together with {parts}",
    upTo: "{gain} (up to {points})",
    voucher: "a voucher {name} {days, plural, =0 {} =1 {valid on the same day} other {valid for # days}}",
    badge: "the badge {name}",
    progress: "{by, plural, one {# step} other {# steps}} of {goal, number} in the challenge {name}",
    tier: "the tier {name}",
  },

  goods: {
    any: "products",
    brand: "{brands} products",
    categoryOfBrand: "{categories} by {brands}",
    /** Those that more is asked of. */
    label: "{name}: {values}",
    counted: "{pieces} of {goods}",
    narrowed: "{goods} ({details})",
    contains:
      "{values} in the {field, select, category {category} brand {brand} sku {item number} other {name}}",
    is: "{field, select, category {category} brand {brand} sku {item number} other {name}} {values}",
    isNot: "other than {field, select, category {} brand {brand} sku {item number} other {name}} {values}",
    amount: "{op, select, at_least {at least} other {at most}} {money}",
    price: "{op, select, at_least {at least} other {at most}} {money} a piece",
    quantity: "{op, select, at_least {at least} other {at most}} {pieces}",
  },
  /** Some of the pieces, by their price. */
  pick: {
    all: "{which, select, cheapest {{pieces, plural, one {the cheapest piece} other {the # cheapest pieces}}} other {{pieces, plural, one {the dearest piece} other {the # dearest pieces}}}} {isAny, select, true {} other {of {goods}}}",
    ofEvery:
      "{which, select, cheapest {{pieces, plural, one {the cheapest piece} other {the # cheapest pieces}}} other {{pieces, plural, one {the dearest piece} other {the # dearest pieces}}}} of every {count, number} pieces {isAny, select, true {} other {of {goods}}}",
    overall:
      "{which, select, cheapest {{pieces, plural, one {the cheapest piece} other {the # cheapest pieces}}} other {{pieces, plural, one {the dearest piece} other {the # dearest pieces}}}} of the basket for every {count, number} pieces {isAny, select, true {} other {of {goods}}}",
  },
  pieces: "{count, plural, one {# piece} other {# pieces}}",
  lines: "{count, plural, one {# item} other {# different items}}",

  occasion: {
    purchase: "for a purchase",
    event: "for {name}",
    joined: "for joining",
    birthday: "for your birthday",
    tier: "for a change of tier",
    challenge: "for completing a challenge",
    referral: "for a friend’s first purchase on your invitation",
    referred: "for a first purchase by invitation",
    code: "with a code",
    noCode: "without a code",
  },

  basket: {
    with: "with {goods} in the basket",
    without: "without {goods} in the basket",
    only: "with nothing but {goods} in the basket",
    amount: "with a basket of {op, select, at_least {at least} other {at most}} {money}",
    amountOf: "with {op, select, at_least {at least} other {at most}} {money} of {goods}",
    count: "with {op, select, at_least {at least} other {at most}} {count}",
    countOf: "with {op, select, at_least {at least} other {at most}} {count} of {goods}",
  },

  place: {
    store: "at {names}",
    channel: "through {names}",
    device: "on {names}",
    near: "within {metres} of {name}",
  },

  time: {
    monday: "Mondays",
    tuesday: "Tuesdays",
    wednesday: "Wednesdays",
    thursday: "Thursdays",
    friday: "Fridays",
    saturday: "Saturdays",
    sunday: "Sundays",
    days: "on {days}",
    workdays: "on weekdays",
    weekend: "on weekends",
    monthDay: "{day, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}",
    lastDay: "last day",
    monthDays: "on the {days} of the month",
    /** Some weekdays, and of them only those that fall on these days of the month. */
    daysOnly: "{days} (only {monthDays})",
    hours: "from {from} to {to}",
    both: "{days} {hours}",
    onDate: "{yearly, select, true {every year} other {}} on {day}",
    dates: "{yearly, select, true {every year} other {}} from {from} to {to}",
  },

  anniversary: {
    on: "on {of, select, birthday {your birthday} other {the anniversary of your joining}}",
    around:
      "within {days, plural, one {# day} other {# days}} of {of, select, birthday {your birthday} other {the anniversary of your joining}}",
    after:
      "on {of, select, birthday {your birthday} other {the anniversary of your joining}} and up to {days, plural, one {# day} other {# days}} after it",
    before:
      "on {of, select, birthday {your birthday} other {the anniversary of your joining}} and up to {days, plural, one {# day} other {# days}} before it",
    between:
      "from {before, plural, one {# day} other {# days}} before to {after, plural, one {# day} other {# days}} after {of, select, birthday {your birthday} other {the anniversary of your joining}}",
    month: "in the month {of, select, birthday {of your birthday} other {in which you joined}}",
  },

  /** What is asked of the purchase, of another event or of the member. */
  field: {
    total: "the total",
    store: "the store",
    channel: "the channel",
    device: "the device",
    tier: "your tier",
    named: "{name}",
    own: "your {name}",
    is: "when {field} is {values}",
    isNot: "when {field} is not {values}",
    contains: "when {field} contains {values}",
    atLeast: "when {field} is at least {value}",
    atMost: "when {field} is at most {value}",
    exists: "when {field} is known",
    yes: "yes",
    no: "no",
    pieces: "the number of pieces",
    ofAllLines: "{name} of all items together",
    membership: "the number of days since you joined",
    /** Two things that are held against one another. */
    alike: "when {field} is {other}",
    unlike: "when {field} is not {other}",
    noLess: "when {field} is at least {other}",
    noMore: "when {field} is at most {other}",
  },
  member: {
    invited: "when you are among those invited",
    notInvited: "when you are not among those left out",
    joinedAtLeast: "when you joined at least {days, plural, one {# day} other {# days}} ago",
    joinedAtMost: "when you joined at most {days, plural, one {# day} other {# days}} ago",
    joinedToday: "when you joined that day",
  },

  history: {
    first: "on your first purchase",
    firstEvent: "on your first {event}",
    nth: "on every {count, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} purchase {isAny, select, true {} other {of {goods}}} {where} {window}",
    nthEvent:
      "on every {count, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} {event} {where} {window}",
    eachAmount:
      "each time you have spent another {money} {isAny, select, true {} other {on {goods}}} {where} {window}",
    eachQuantity:
      "each time you have bought another {pieces} {isAny, select, true {} other {of {goods}}} {where} {window}",
    eachStreak:
      "each time you have bought {isAny, select, true {} other {{goods}}} {where} {periods} in a row",
    eachStreakEvent: "each time you have had {event} {where} {periods} in a row",
    count:
      "when you bought {isAny, select, true {} other {{goods}}} {where} {op, select, at_least {at least} other {at most}} {times} {window}",
    countEvent:
      "when you had {event} {where} {op, select, at_least {at least} other {at most}} {times} {window}",
    never: "when you never bought {isAny, select, true {} other {{goods}}} {where} before",
    neverEvent: "when you never had {event} {where} before",
    none: "when you did not buy {isAny, select, true {anything} other {{goods}}} {where} {window}",
    noneEvent: "when you did not have {event} {where} {window}",
    amount:
      "when you spent {op, select, at_least {at least} other {at most}} {money} {isAny, select, true {} other {on {goods}}} {where} {window}",
    quantity:
      "when you bought {op, select, at_least {at least} other {at most}} {pieces} {isAny, select, true {} other {of {goods}}} {where} {window}",
    distinct: "when you bought {isAny, select, true {} other {{goods}}} {where} {different} {window}",
    streak: "when you bought {isAny, select, true {} other {{goods}}} {where} {periods} in a row",
    streakEvent: "when you had {event} {where} {periods} in a row",
    since:
      "when your {which, select, first {first} other {last}} purchase {isAny, select, true {} other {of {goods}}} {where} was {op, select, at_least {at least} other {at most}} {days, plural, one {# day} other {# days}} ago",
    sinceEvent:
      "when your {which, select, first {first} other {last}} {event} {where} was {op, select, at_least {at least} other {at most}} {days, plural, one {# day} other {# days}} ago",
    withThis: "{clause} (counting this one)",
    times: "{count, plural, one {once} other {# times}}",
    periods:
      "{unit, select, day {on {op, select, at_least {at least} at_most {at most} other {}} {count, plural, one {# day} other {# days}}} week {in {op, select, at_least {at least} at_most {at most} other {}} {count, plural, one {# week} other {# weeks}}} other {in {op, select, at_least {at least} at_most {at most} other {}} {count, plural, one {# month} other {# months}}}}",
    differentDays:
      "on {op, select, at_least {at least} other {at most}} {count, plural, one {# day} other {# different days}}",
    differentStores:
      "in {op, select, at_least {at least} other {at most}} {count, plural, one {# store} other {# different stores}}",
    differentChannels:
      "through {op, select, at_least {at least} other {at most}} {count, plural, one {# channel} other {# different channels}}",
    differentProducts:
      "of {op, select, at_least {at least} other {at most}} {count, plural, one {# kind} other {# different kinds}}",
    differentCategories:
      "of {op, select, at_least {at least} other {at most}} {count, plural, one {# category} other {# different categories}}",
    differentBrands:
      "of {op, select, at_least {at least} other {at most}} {count, plural, one {# brand} other {# different brands}}",
    /** How far it looks back. */
    inDays: "in the last {days, plural, one {day} other {# days}}",
    inPeriod: "in the same {period, select, day {day} week {week} month {month} other {year}}",
    ever: "so far",
    /** Within what an occasion counts anew. */
    withinDays: "within {days, plural, one {# day} other {# days}}",
    withinPeriod: "in a {period, select, day {day} week {week} month {month} other {year}}",
  },

  group: {
    /** One of several ways. */
    either: "only {options}",
    inBrackets: "({parts})",
    not: "but not {clause}",
    notWhen: "but not {clause}",
    /** The same among several ways. */
    notNested: "not {clause}",
  },

  limit: {
    points:
      "at most {points} {window, select, event {each time} day {a day} week {a week} month {a month} year {a year} other {in all}}",
    times:
      "at most {times, plural, one {once} other {# times}} {window, select, event {each time} day {a day} week {a week} month {a month} year {a year} other {{times, plural, one {} other {in all}}}}",
    shared: "while it lasts",
  },
  terms: {
    atOnce: "usable at once",
    afterDays: "usable after {days, plural, one {# day} other {# days}}",
    fromDay: "usable from {day}",
    afterEvent: "usable after {event}",
    forDays: "valid for {count, plural, one {# day} other {# days}}",
    forMonths: "valid for {count, plural, one {# month} other {# months}}",
    untilEnd:
      "valid until the end of {keep, plural, =0 {the {period, select, month {month} quarter {quarter} other {year}}} =1 {the next {period, select, month {month} quarter {quarter} other {year}}} other {the {period, select, month {month} quarter {quarter} other {year}} # {period, select, month {months} quarter {quarters} other {years}} later}}",
    forEver: "never expiring",
    debt: "owed when spent before a return",
    forgiven: "yours to keep when spent before a return",
    kept: "yours to keep on a return once they can be used",
  },
  schedule: {
    from: "from {day}",
    until: "until {day}",
  },

  /** How far the member is. */
  progress: {
    purchases: "{now, number} of {goal, plural, one {# purchase} other {# purchases}}",
    events: "{now, number} of {goal, plural, one {# time} other {# times}}",
    amount: "{now} of {goal}",
    pieces: "{now, number} of {goal, plural, one {# piece} other {# pieces}}",
    days: "{now, number} of {goal, plural, one {# day} other {# days}}",
    stores: "{now, number} of {goal, plural, one {# store} other {# stores}}",
    channels: "{now, number} of {goal, plural, one {# channel} other {# channels}}",
    products: "{now, number} of {goal, plural, one {# product} other {# products}}",
    categories: "{now, number} of {goal, plural, one {# category} other {# categories}}",
    brands: "{now, number} of {goal, plural, one {# brand} other {# brands}}",
    daysInRow: "{now, number} of {goal, plural, one {# day} other {# days}} in a row",
    weeksInRow: "{now, number} of {goal, plural, one {# week} other {# weeks}} in a row",
    monthsInRow: "{now, number} of {goal, plural, one {# month} other {# months}} in a row",
    steps: "{now, number} of {goal, plural, one {# step} other {# steps}}",
    points:
      "{now, number} of {goal, number} {name} {window, select, day {today} week {this week} month {this month} year {this year} other {}}",
    times:
      "{now, number} of {goal, plural, one {# time} other {# times}} {window, select, day {today} week {this week} month {this month} year {this year} other {}}",
  },
};
