import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  sentence: "Recibes {gains} {occasion} {goods} {place} {time} {when} {tail}.",
  tail: ", {part}",
  when: "{clauses}",

  gains: {
    perAmount:
      "{points} por cada {whole, select, true {tramo completo de} other {}} {money} {isAny, select, true {} other {en {goods}}}",
    perPiece:
      "{points} por cada {pieces, plural, =1 {unidad} other {# unidades}} {isAny, select, true {} other {de {goods}}}",
    perValue:
      "{points} por cada {whole, select, true {tramo completo de} other {}} {per, plural, =1 {«{name}»} other {# «{name}»}}",
    step: "{points} a partir de {amount}",
    steps: "{steps} {isAny, select, true {} other {en {goods}}}",
    multiplier:
      "{factor, select, double {el doble de} triple {el triple de} other {{times} veces los}} {name} {isAny, select, true {} other {en {goods}}} {all, select, true {(bonificaciones incluidas)} other {}}",
    together: "{gain} junto con {parts}",
    upTo: "{gain} (hasta {points})",
    voucher:
      "un vale {name} {days, plural, =0 {} =1 {(válido el mismo día)} other {(válido durante # días)}}",
    badge: "la insignia {name}",
    progress: "{by, plural, one {# paso} other {# pasos}} de {goal, number} en el reto {name}",
    tier: "el nivel {name}",
  },

  goods: {
    any: "productos",
    brand: "productos {brands}",
    categoryOfBrand: "{categories} de {brands}",
    label: "{name}: {values}",
    counted: "{pieces} de {goods}",
    narrowed: "{goods} ({details})",
    contains:
      "{values} en {field, select, category {la categoría} brand {la marca} sku {la referencia} other {el nombre}}",
    is: "{field, select, category {categoría} brand {marca} sku {referencia} other {nombre}} {values}",
    isNot: "excepto {field, select, category {} brand {marca} sku {referencia} other {nombre}} {values}",
    amount: "{op, select, at_least {al menos} other {como máximo}} {money}",
    price: "{op, select, at_least {al menos} other {como máximo}} {money} por unidad",
    quantity: "{op, select, at_least {al menos} other {como máximo}} {pieces}",
  },
  pick: {
    all: "{which, select, cheapest {{pieces, plural, one {la unidad más barata} other {las # unidades más baratas}}} other {{pieces, plural, one {la unidad más cara} other {las # unidades más caras}}}} {isAny, select, true {} other {de {goods}}}",
    ofEvery:
      "{which, select, cheapest {{pieces, plural, one {la unidad más barata} other {las # unidades más baratas}}} other {{pieces, plural, one {la unidad más cara} other {las # unidades más caras}}}} de cada {count, number} unidades {isAny, select, true {} other {de {goods}}}",
    overall:
      "{which, select, cheapest {{pieces, plural, one {la unidad más barata} other {las # unidades más baratas}}} other {{pieces, plural, one {la unidad más cara} other {las # unidades más caras}}}} de la cesta por cada {count, number} unidades {isAny, select, true {} other {de {goods}}}",
  },
  pieces: "{count, plural, one {# unidad} other {# unidades}}",
  lines: "{count, plural, one {# artículo} other {# artículos distintos}}",

  occasion: {
    purchase: "por una compra",
    event: "por {name}",
    joined: "por unirte",
    birthday: "por tu cumpleaños",
    tier: "por cambiar de nivel",
    challenge: "por completar un reto",
    referral: "por la primera compra de alguien a quien invitaste",
    referred: "por una primera compra por invitación",
    code: "con un código",
    noCode: "sin código",
  },

  basket: {
    with: "con {goods} en la cesta",
    without: "sin {goods} en la cesta",
    only: "solo con {goods} en la cesta",
    amount: "con una cesta de {op, select, at_least {al menos} other {como máximo}} {money}",
    amountOf: "con {op, select, at_least {al menos} other {como máximo}} {money} en {goods}",
    count: "con {op, select, at_least {al menos} other {como máximo}} {count}",
    countOf: "con {op, select, at_least {al menos} other {como máximo}} {count} de {goods}",
  },

  place: {
    store: "en {names}",
    channel: "a través de {names}",
    device: "en {names}",
    near: "a {metres} o menos de {name}",
  },

  time: {
    monday: "los lunes",
    tuesday: "los martes",
    wednesday: "los miércoles",
    thursday: "los jueves",
    friday: "los viernes",
    saturday: "los sábados",
    sunday: "los domingos",
    days: "{days}",
    workdays: "de lunes a viernes",
    weekend: "los fines de semana",
    monthDay: "el día {day, number}",
    lastDay: "el último día",
    monthDays: "{days} del mes",
    daysOnly: "{days} (solo {monthDays})",
    hours: "de {from} a {to}",
    both: "{days} {hours}",
    onDate: "{yearly, select, true {cada año} other {}} el {day}",
    dates: "{yearly, select, true {cada año} other {}} del {from} al {to}",
  },

  anniversary: {
    on: "el día de {of, select, birthday {tu cumpleaños} other {tu aniversario en el club}}",
    around:
      "hasta {days, plural, one {# día} other {# días}} antes o después de {of, select, birthday {tu cumpleaños} other {tu aniversario en el club}}",
    after:
      "el día de {of, select, birthday {tu cumpleaños} other {tu aniversario en el club}} y hasta {days, plural, one {# día} other {# días}} después",
    before:
      "el día de {of, select, birthday {tu cumpleaños} other {tu aniversario en el club}} y hasta {days, plural, one {# día} other {# días}} antes",
    between:
      "desde {before, plural, one {# día} other {# días}} antes hasta {after, plural, one {# día} other {# días}} después de {of, select, birthday {tu cumpleaños} other {tu aniversario en el club}}",
    month: "en el mes de {of, select, birthday {tu cumpleaños} other {tu alta}}",
  },

  field: {
    total: "el total",
    store: "la tienda",
    channel: "el canal",
    device: "el dispositivo",
    tier: "tu nivel",
    named: "«{name}»",
    own: "«{name}» de tu perfil",
    is: "si {field} es {values}",
    isNot: "si {field} no es {values}",
    contains: "si {field} contiene {values}",
    atLeast: "si {field} es de al menos {value}",
    atMost: "si {field} es como máximo {value}",
    exists: "si se conoce {field}",
    yes: "sí",
    no: "no",
    pieces: "el número de piezas",
    ofAllLines: "«{name}» de todos los artículos",
    membership: "el número de días desde tu alta",
    alike: "si {field} y {other} coinciden",
    unlike: "si {field} y {other} no coinciden",
    noLess: "si {field} no es menor que {other}",
    noMore: "si {field} no es mayor que {other}",
  },
  member: {
    invited: "si estás entre las personas invitadas",
    notInvited: "si no estás entre las personas excluidas",
    joinedAtLeast: "si te uniste hace al menos {days, plural, one {# día} other {# días}}",
    joinedAtMost: "si te uniste hace como máximo {days, plural, one {# día} other {# días}}",
    joinedToday: "si te uniste ese mismo día",
  },

  history: {
    first: "en tu primera compra",
    firstEvent: "la primera vez de {event}",
    nth: "cada {count, number} compras {isAny, select, true {} other {de {goods}}} {where} {window}",
    nthEvent: "cada {count, number} veces de {event} {where} {window}",
    eachAmount:
      "cada vez que gastas otros {money} {isAny, select, true {} other {en {goods}}} {where} {window}",
    eachQuantity:
      "cada vez que compras otras {pieces} {isAny, select, true {} other {de {goods}}} {where} {window}",
    eachStreak: "cada vez que compras {isAny, select, true {} other {{goods}}} {where} {periods}",
    eachStreakEvent: "cada vez que hay {event} {where} {periods}",
    count:
      "si has comprado {isAny, select, true {} other {{goods}}} {where} {op, select, at_least {al menos} other {como máximo}} {times} {window}",
    countEvent:
      "si ha habido {event} {where} {op, select, at_least {al menos} other {como máximo}} {times} {window}",
    never: "si todavía no has comprado {isAny, select, true {nada} other {{goods}}} {where}",
    neverEvent: "si todavía no ha habido {event} {where}",
    none: "si no has comprado {isAny, select, true {nada} other {{goods}}} {where} {window}",
    noneEvent: "si no ha habido {event} {where} {window}",
    amount:
      "si has gastado {op, select, at_least {al menos} other {como máximo}} {money} {isAny, select, true {} other {en {goods}}} {where} {window}",
    quantity:
      "si has comprado {op, select, at_least {al menos} other {como máximo}} {pieces} {isAny, select, true {} other {de {goods}}} {where} {window}",
    distinct: "si has comprado {isAny, select, true {} other {{goods}}} {where} {different} {window}",
    streak: "si has comprado {isAny, select, true {} other {{goods}}} {where} {periods}",
    streakEvent: "si ha habido {event} {where} {periods}",
    since:
      "si tu {which, select, first {primera} other {última}} compra {isAny, select, true {} other {de {goods}}} {where} fue hace {op, select, at_least {al menos} other {como máximo}} {days, plural, one {# día} other {# días}}",
    sinceEvent:
      "si la {which, select, first {primera} other {última}} vez de {event} {where} fue hace {op, select, at_least {al menos} other {como máximo}} {days, plural, one {# día} other {# días}}",
    withThis: "{clause} (contando esta vez)",
    times: "{count, plural, one {una vez} other {# veces}}",
    periods:
      "{op, select, at_least {al menos} at_most {como máximo} other {}} {unit, select, day {{count, plural, one {# día seguido} other {# días seguidos}}} week {{count, plural, one {# semana seguida} other {# semanas seguidas}}} other {{count, plural, one {# mes seguido} other {# meses seguidos}}}}",
    differentDays:
      "en {op, select, at_least {al menos} other {como máximo}} {count, plural, one {# día} other {# días distintos}}",
    differentStores:
      "en {op, select, at_least {al menos} other {como máximo}} {count, plural, one {# tienda} other {# tiendas distintas}}",
    differentChannels:
      "a través de {op, select, at_least {al menos} other {como máximo}} {count, plural, one {# canal} other {# canales distintos}}",
    differentProducts:
      "de {op, select, at_least {al menos} other {como máximo}} {count, plural, one {# tipo} other {# tipos distintos}}",
    differentCategories:
      "de {op, select, at_least {al menos} other {como máximo}} {count, plural, one {# categoría} other {# categorías distintas}}",
    differentBrands:
      "de {op, select, at_least {al menos} other {como máximo}} {count, plural, one {# marca} other {# marcas distintas}}",
    inDays: "{days, plural, one {el mismo día} other {en los últimos # días}}",
    inPeriod:
      "{period, select, day {el mismo día} week {en la misma semana} month {en el mismo mes} other {en el mismo año}}",
    ever: "hasta ahora",
    withinDays: "en un plazo de {days, plural, one {# día} other {# días}}",
    withinPeriod: "en {period, select, day {un día} week {una semana} month {un mes} other {un año}}",
  },

  group: {
    either: "solo {options}",
    inBrackets: "({parts})",
    not: "pero no {clause}",
    notWhen: "salvo {clause}",
    notNested: "no {clause}",
  },

  limit: {
    points:
      "como máximo {points} {window, select, event {cada vez} day {al día} week {a la semana} month {al mes} year {al año} other {en total}}",
    times:
      "como máximo {times, plural, one {una vez} other {# veces}} {window, select, event {por compra} day {al día} week {a la semana} month {al mes} year {al año} other {{times, plural, one {} other {en total}}}}",
    shared: "hasta agotar la oferta",
  },
  terms: {
    atOnce: "utilizables al momento",
    afterDays: "utilizables después de {days, plural, one {# día} other {# días}}",
    fromDay: "utilizables a partir del {day}",
    afterEvent: "utilizables después de {event}",
    forDays: "válidos durante {count, plural, one {# día} other {# días}}",
    forMonths: "válidos durante {count, plural, one {# mes} other {# meses}}",
    untilEnd:
      "válidos hasta el final {keep, plural, =0 {{period, select, month {del mes} quarter {del trimestre} other {del año}}} =1 {{period, select, month {del mes siguiente} quarter {del trimestre siguiente} other {del año siguiente}}} other {{period, select, month {del mes, # meses después} quarter {del trimestre, # trimestres después} other {del año, # años después}}}}",
    forEver: "sin caducidad",
    debt: "a devolver en caso de devolución, aunque ya se hayan gastado",
    forgiven: "tuyos si ya estaban gastados antes de una devolución",
    kept: "tuyos en caso de devolución en cuanto se puedan usar",
  },
  schedule: {
    from: "desde el {day}",
    until: "hasta el {day}",
  },

  progress: {
    purchases: "{now, number} de {goal, plural, one {# compra} other {# compras}}",
    events: "{now, number} de {goal, plural, one {# vez} other {# veces}}",
    amount: "{now} de {goal}",
    pieces: "{now, number} de {goal, plural, one {# unidad} other {# unidades}}",
    days: "{now, number} de {goal, plural, one {# día} other {# días}}",
    stores: "{now, number} de {goal, plural, one {# tienda} other {# tiendas}}",
    channels: "{now, number} de {goal, plural, one {# canal} other {# canales}}",
    products: "{now, number} de {goal, plural, one {# producto} other {# productos}}",
    categories: "{now, number} de {goal, plural, one {# categoría} other {# categorías}}",
    brands: "{now, number} de {goal, plural, one {# marca} other {# marcas}}",
    daysInRow: "{now, number} de {goal, plural, one {# día seguido} other {# días seguidos}}",
    weeksInRow: "{now, number} de {goal, plural, one {# semana seguida} other {# semanas seguidas}}",
    monthsInRow: "{now, number} de {goal, plural, one {# mes seguido} other {# meses seguidos}}",
    steps: "{now, number} de {goal, plural, one {# paso} other {# pasos}}",
    points:
      "{now, number} de {goal, number} {name} {window, select, day {hoy} week {esta semana} month {este mes} year {este año} other {}}",
    times:
      "{now, number} de {goal, plural, one {# vez} other {# veces}} {window, select, day {hoy} week {esta semana} month {este mes} year {este año} other {}}",
  },
};
