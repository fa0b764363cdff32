import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  title: "Recompensas",
  balance: "Tienes {amount}",
  search: "Buscar recompensas",
  clearSearch: "Borrar la búsqueda",
  sort: "Ordenar",
  sorts: {
    recommended: "Recomendadas",
    points: "Precio más bajo",
    newest: "Más recientes",
  },
  categories: "Categorías",
  all: "Todas",
  onlyReady: "A tu alcance",
  price: "{points} + {money}",
  standing: {
    ready: "Puedes tenerla",
    short: "Faltan {amount}",
    sold_out: "Agotada",
    limit_reached:
      "{per, select, day {Otra vez mañana} week {Otra vez la próxima semana} month {Otra vez el próximo mes} year {Otra vez el próximo año} other {Ya la has tenido}}",
    not_yet: "Desde el {day}",
    over: "Ya no se ofrece",
    fromTier: "Desde {tier}",
    forTiers: "Para {tiers}",
  },
  progress: "{reward}: {have, number} de {need, number}",
  left: "{count, plural, one {Solo queda una} other {Solo quedan #}}",
  until: "Hasta el {day}",
  from: "De {partner}",
  about: "Descripción",
  howToUse: "Cómo se usa",
  terms: "Condiciones",
  good: "Conviene saber",
  facts: {
    code: "Recibes tu código al momento.",
    manual: "La preparamos y te avisamos.",
    partner_api: "{partner} la prepara para ti.",
    none: "No hay nada que recoger: llega adonde hace falta.",
    value: "Descuenta {money} de tu cuenta.",
    donation: "Dona {money}.",
    validDays:
      "{count, plural, one {Se usa como muy tarde al día siguiente.} other {Se usa en un plazo de # días.}}",
    perMember:
      "{per, select, day {Como mucho {count, number} al día} week {Como mucho {count, number} a la semana} month {Como mucho {count, number} al mes} year {Como mucho {count, number} al año} other {Como mucho {count, number} por socio}}",
    stores: "Se acepta en: {stores}",
  },
  back: "Todas las recompensas",
  none: "Todavía no hay recompensas",
  noneText: "Aquí verás lo que puedes tener por tus {name}. Sigue sumando: no se pierde nada.",
  noneFound: "Nada coincide",
  noneFoundText: "Busca otra cosa o mira todo lo que hay.",
  showAll: "Ver todas las recompensas",
};
