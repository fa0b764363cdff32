import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  title: "Prämien",
  balance: "Du hast {amount}",
  search: "Prämien suchen",
  clearSearch: "Suche leeren",
  sort: "Sortieren",
  sorts: {
    recommended: "Empfohlen",
    points: "Niedrigster Preis",
    newest: "Neueste",
  },
  categories: "Kategorien",
  all: "Alle",
  onlyReady: "Jetzt einlösbar",
  price: "{points} + {money}",
  standing: {
    ready: "Kannst du haben",
    short: "Noch {amount}",
    sold_out: "Vergriffen",
    limit_reached:
      "{per, select, day {Morgen wieder} week {Nächste Woche wieder} month {Nächsten Monat wieder} year {Nächstes Jahr wieder} other {Hattest du schon}}",
    not_yet: "Ab {day}",
    over: "Nicht mehr im Angebot",
    fromTier: "Ab {tier}",
    forTiers: "Für {tiers}",
  },
  progress: "{reward}: {have, number} von {need, number}",
  left: "{count, plural, one {Nur noch eine da} other {Nur noch # da}}",
  until: "Bis {day}",
  from: "Von {partner}",
  about: "Beschreibung",
  howToUse: "So löst du sie ein",
  terms: "Bedingungen",
  good: "Gut zu wissen",
  facts: {
    code: "Du bekommst deinen Code sofort.",
    manual: "Wir machen sie für dich bereit und sagen dir Bescheid.",
    partner_api: "{partner} macht sie für dich bereit.",
    none: "Nichts abzuholen: Es kommt dort an, wo es gebraucht wird.",
    value: "Zieht {money} von deiner Rechnung ab.",
    donation: "Spendet {money}.",
    validDays:
      "{count, plural, one {Bis zum nächsten Tag einzulösen.} other {Innerhalb von # Tagen einzulösen.}}",
    perMember:
      "{per, select, day {Höchstens {count, number} am Tag} week {Höchstens {count, number} in der Woche} month {Höchstens {count, number} im Monat} year {Höchstens {count, number} im Jahr} other {Höchstens {count, number} je Mitglied}}",
    stores: "Gilt in: {stores}",
  },
  back: "Alle Prämien",
  none: "Noch keine Prämien",
  noneText: "Hier steht bald, was du für deine {name} bekommst. Sammle weiter: Es geht nichts verloren.",
  noneFound: "Nichts gefunden",
  noneFoundText: "Suche nach etwas anderem oder sieh dir alles an.",
  showAll: "Alle Prämien zeigen",
};
