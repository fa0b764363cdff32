import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  line: "{what} · {why}",

  what: {
    purchase: "{total} {hasStore, select, true {en {store}} other {}}",
    return:
      "{isComplete, select, true {Devolución:} other {Devolución parcial:}} {total} {hasStore, select, true {en {store}} other {}}",
    occasion:
      "{kind, select, joined {Te damos la bienvenida al club} birthday {Tu cumpleaños} tier {Un nivel nuevo} challenge {Reto completado} referral {Alguien a quien invitaste} other {Especialmente para ti}}",
    credited: "Abonados",
    takenOff: "Descontados",
    hold: "Apartados",
    release: "Ya no están apartados {timedOut, select, true {: se acabó el plazo} other {}}",
    redeemed: "Canjeados: {reward}",
    spent: "Gastados",
    spentBy: "Gastados por {name}",
    expired: "Caducados después del {day}",
    activated: "Ya puedes usarlos",
    activatedOther: "Ya no están pendientes",
    sent: "Enviados a {name}",
    received: "Recibidos de {name}",
    cameBack: "Devueltos por {name}",
    shared: "Compartidos con {name}",
    paidOut: "Pagados a {name}",
    sharedBy: "Compartidos por {name}",
    fromPool: "De {name}",
    reversed:
      "{of, select, purchase {Anulado: una compra} return {Anulado: una devolución} custom {Anulado: un evento} adjustment {Anulado: un ajuste} referral {Anulado: una recompensa por una invitación} spend {Anulado: un canje} expiry {Anulado: una caducidad} transfer_out {Anulado: un envío} pool_out {Anulado: una aportación a un fondo} pool_in {Anulado: un pago de un fondo} other {Anulado}}",
  },
  somebody: "otro miembro",

  why: {
    nothing: "sin {name}",
    nothingBack: "sin {name} que retirar",
    takenBack: "{names} retirados",
    takenBackOwed: "{names} retirados, {points} por devolver",
    paid: "{why}, de ellos {points} para lo que se debía",
    campaign: "{name}: {gains}",
    expired: "{points} que no se usaron a tiempo",
    counted: "{points} que contaban hasta entonces",
    activated: "{points} que estaban pendientes",
    purpose: "{points} para {reason}",
    adjusted: "{points}, {reason}",
    gift: "un regalo",
    left: "ese miembro ha dejado el club entretanto",
    everybody: "para todos los del fondo",
    paidOut: "entregado por quien lleva el fondo",
    shareOut: "el fondo se disolvió",
    dissolved: "el fondo se disolvió antes de que llegaran",
  },

  thing: {
    voucher: "vale {name}",
    badge: "insignia {name}",
    tier: "nivel {name}",
    challenge: "{name} {standing}",
  },
  standing: {
    open: "{now, number} de {goal, number}",
    complete: "{goal, number} de {goal, number}, completado",
    next: "completado, y {now, number} de {goal, number} del siguiente",
  },

  earned: {
    rate: "{rate}.",
    rateOn: "{basis}: {rate}.",
    campaign: "Por esta oferta.",
    cut: "Recibiste {granted, number} de {desired, number}: {window, select, event {es el máximo de una vez} day {tu límite de ese día} week {tu límite de esa semana} month {tu límite de ese mes} year {tu límite de ese año} other {tu límite en total}}.",
    cutByOne: "Recibiste {granted, number} de {desired, number}: {limits}.",
    cutForAll:
      "Recibiste {granted, number} de {desired, number}: se ha agotado lo que había para todos los miembros.",
    otherType: "Dio {points}.",
    suppressed: "En su lugar contó otra oferta.",
  },

  given: {
    voucher: "El vale {name} {hasDay, select, true {, para usar hasta el {day}} other {}}.",
    badge: "La insignia {name}.",
    progress: "{name}: {standing}.",
    tier: "El nivel {name}.",
    message: "El mensaje {name}.",
  },
  taken:
    "{kind, select, voucher {El vale {name} se retiró con los artículos.} badge {La insignia {name} se retiró con los artículos.} progress {El progreso en {name} se retiró con los artículos.} tier {El nivel {name} se retiró con los artículos.} other {El mensaje {name} se retiró con los artículos.}}",
  stays:
    "{kind, select, voucher {El vale {name} ya se había usado y así queda.} badge {La insignia {name} queda como está desde entonces.} progress {El progreso en {name} queda como está desde entonces.} tier {El nivel {name} queda como está desde entonces.} other {El mensaje {name} ya se había enviado.}}",

  title: {
    campaign: "Una oferta",
    credited: "Abonados",
    takenOff: "Descontados",
    hold: "Apartados",
    release: "Devueltos",
    spend: "Gastados",
    passedOn: "Transferidos",
    pending: "Pendientes",
    activated: "Activados",
    expired: "Caducados",
    kept: "Conservados",
    debtPaid: "Deuda saldada",
    owed: "Por devolver",
    moreTime: "Más tiempo",
    noLongerOwed: "Ya no se deben",
    undone: "Anulado",
  },
  because: {
    returned: "Lo que habían dado los artículos devueltos.",
    hadGiven: "Lo que había dado.",
    hadTaken: "Lo que había retirado la devolución.",
    grace: "{points} habían caducado entretanto y se pueden usar hasta el {day}.",
    notAsked: "{points} que ya no se reclaman.",
    undone: "Como si no hubiera ocurrido.",
    held: "{points} quedan reservados para esto. Si no sale adelante, podrás volver a usarlos.",
    released:
      "{timedOut, select, true {{points} estaban reservados para esto y el plazo ha terminado.} other {{points} estaban reservados para esto y no hicieron falta.}}",
    spentSoonest: "Primero los que caducan antes.",
    spentHeld: "Estaban apartados.",
    reference: "{sentence} Referencia {reference}.",
    passedOn: "Salieron al momento, primero los que caducan antes, y conservan su último día.",
    couldNotArrive: "No pudieron llegar y están aquí de nuevo, con el mismo último día.",
    keepsDay: "Se pueden usar hasta el día que ya tenían: transferirlos no los prolonga.",
    pendingFrom: "{points} que se pueden usar desde el {day}.",
    pendingAfter: "{points} que se pueden usar después de {event}.",
    activated: "{points} que estaban pendientes ya se pueden usar.",
    expired: "Se podían usar hasta el {day}.",
    forgiven: "{points} ya se habían gastado y no se reclaman.",
    debtPaid: "Sirvieron para pagar lo que se debía.",
    owed: "Ya se habían gastado. Lo próximo que ganes los paga primero.",
  },
};
