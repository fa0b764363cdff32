import { addDays } from "@/lib/core/calendar";
import { COUNTER_PRODUCTS, type Product, SHOP_PRODUCTS, STORES, WHOLESALE_PRODUCTS } from "./catalogue";
import { drawName, emailOf } from "./people";
import type { Random } from "./random";

export const DAY_MS = 86_400_000;
export const DAYS = 60;

/** A member of the demo, before the product knows them. */
export interface Guest {
  externalId: string;
  name: string;
  email?: string;
  /** Code of the club's tier. */
  tier?: string;
  /** YYYY-MM-DD */
  birthday?: string;
  attributes: Record<string, string | number | boolean>;
  joinedAt: Date;
  /** How often this person comes, relative to others. */
  weight: number;
}

/** An event as a till or shop would send it. */
export type DemoEvent = { id: string; source: string; occurredAt: string } & Record<string, unknown>;

/** The events of one day, in order of time, and the instant at which they were all in. */
export interface TradingDay {
  closesAt: Date;
  events: DemoEvent[];
}

const TIERS = [
  { tier: "bronze", weight: 70, visits: 1 },
  { tier: "silver", weight: 22, visits: 2.4 },
  { tier: "gold", weight: 8, visits: 5 },
] as const;

/** Makes up guests who joined over the last fourteen months; about one in six joined within the demo's days. */
export function drawGuests(random: Random, count: number, today: Date): Guest[] {
  return Array.from({ length: count }, (_, index) => {
    const name = drawName(random);
    const { tier, visits } = random.weighted(TIERS);
    const daysAgo =
      tier === "bronze" && random.chance(0.2) ? random.between(0, DAYS - 1) : random.between(DAYS, 420);
    const opensAt = new Date(today).setUTCHours(7, 0, 0, 0);
    return {
      externalId: `G-${String(10_001 + index)}`,
      name,
      ...(random.chance(0.7) && { email: emailOf(name, index + 1) }),
      tier,
      attributes: { store: random.weighted(STORES).name },
      birthday: addDays("1955-01-01", random.between(0, 52 * 365)),
      joinedAt: new Date(
        Math.min(opensAt - daysAgo * DAY_MS + random.between(0, 600) * 60_000, today.getTime()),
      ),
      weight: visits * (0.3 + random.next()),
    };
  });
}

/** Companies that buy wholesale. */
export function drawCompanies(random: Random, count: number, today: Date): Guest[] {
  const kinds = ["Café", "Bistro", "Hotel", "Kantine", "Buchcafé"];
  return Array.from({ length: count }, (_, index) => ({
    externalId: `T-${String(501 + index)}`,
    name: `${random.pick(kinds)} ${drawName(random).split(" ").at(-1)}`,
    attributes: { segment: random.pick(["café", "hotel", "office"]) },
    joinedAt: new Date(today.getTime() - random.between(90, 700) * DAY_MS),
    weight: 0.3 + random.next(),
  }));
}

/**
 * Sixty days of a coffee-bakery chain up to `today`: purchases at tills and in the web shop, guests who join,
 * bring their own cup, or bring beans back.
 */
export function drawClubDays(random: Random, guests: readonly Guest[], today: Date): TradingDay[] {
  const days = emptyDays(today);
  for (const guest of guests) {
    const day = days[DAYS - 1 - daysBetween(guest.joinedAt, today)];
    day?.events.push(customEvent(guest, "welcome", `welcome-${guest.externalId}`, guest.joinedAt));
  }
  days.forEach((day, index) => {
    const weekday = day.closesAt.getUTCDay();
    const busy = weekday === 6 ? 1.35 : weekday === 0 ? 1.15 : weekday === 1 ? 1.1 : 0.92;
    const visits = Math.round(200 * busy * (0.9 + (0.25 * index) / DAYS) * (0.94 + random.next() * 0.12));
    const present = guests.filter((guest) => guest.joinedAt < startOf(day));
    for (let visit = 0; visit < visits; visit++) {
      drawVisit(random, days, index, random.weighted(present), visit);
    }
  });
  return settle(days, today);
}

/** Sixty days of wholesale orders. */
export function drawTradeDays(random: Random, companies: readonly Guest[], today: Date): TradingDay[] {
  const days = emptyDays(today);
  days.forEach((day, index) => {
    const orders = [0, 6].includes(day.closesAt.getUTCDay()) ? 0 : random.between(4, 9);
    for (let order = 0; order < orders; order++) {
      const at = momentIn(random, day, 8, 15);
      day.events.push({
        ...purchase(
          random,
          `order-${index}-${order}`,
          "erp",
          random.weighted(companies),
          at,
          WHOLESALE_PRODUCTS,
          3,
        ),
        channel: "wholesale",
      });
    }
  });
  return settle(days, today);
}

function drawVisit(random: Random, days: TradingDay[], index: number, guest: Guest, visit: number): void {
  const day = days[index];
  if (!day) return;
  const online = random.chance(0.08);
  const at = momentIn(random, day, online ? 5 : 6, online ? 21 : 18);
  const id = `${online ? "web" : "till"}-${index}-${visit}`;
  const source = online ? "webshop" : "pos";
  const bought = purchase(
    random,
    id,
    source,
    guest,
    at,
    online ? SHOP_PRODUCTS : COUNTER_PRODUCTS,
    online ? 2 : 3,
  );
  const where = online ? { channel: "web" } : { channel: "store", store: random.weighted(STORES).name };
  day.events.push({ ...bought, ...where });
  if (!online && random.chance(0.05)) {
    day.events.push(customEvent(guest, "own_cup", `cup-${index}-${visit}`, at));
  }
  if (online && random.chance(0.12)) {
    const later = days[index + random.between(2, 6)];
    const back = {
      type: "return",
      id: `return-${index}-${visit}`,
      source,
      purchaseId: id,
      lines: [{ line: 0, quantity: 1 }],
    };
    if (later)
      later.events.push({
        ...back,
        member: { externalId: guest.externalId },
        occurredAt: momentIn(random, later, 9, 16),
      });
  }
}

function purchase(
  random: Random,
  id: string,
  source: string,
  guest: Guest,
  occurredAt: string,
  products: readonly Product[],
  mostLines: number,
): DemoEvent {
  const chosen = new Set(
    Array.from({ length: random.between(1, mostLines) }, () => random.weighted(products)),
  );
  const lines = [...chosen].map(({ sku, name, category, brand, priceMinor }) => {
    const quantity = random.chance(0.15) ? 2 : 1;
    return { sku, name, category, ...(brand && { brand }), quantity, amountMinor: priceMinor * quantity };
  });
  const member = { externalId: guest.externalId };
  return { type: "purchase", id, source, member, occurredAt, currency: "EUR", lines };
}

function customEvent(guest: Guest, name: string, id: string, at: Date | string): DemoEvent {
  const occurredAt = typeof at === "string" ? at : at.toISOString();
  return { type: "custom", name, id, source: "app", member: { externalId: guest.externalId }, occurredAt };
}

function emptyDays(today: Date): TradingDay[] {
  const evening = new Date(today).setUTCHours(21, 30, 0, 0);
  return Array.from({ length: DAYS }, (_, index) => ({
    closesAt: new Date(evening - (DAYS - 1 - index) * DAY_MS),
    events: [],
  }));
}

/** Drops what has not happened yet today, and puts each day in order of time. */
function settle(days: TradingDay[], today: Date): TradingDay[] {
  for (const day of days) {
    if (day.closesAt > today) day.closesAt = today;
    const until = day.closesAt.toISOString();
    day.events = day.events
      .filter(({ occurredAt }) => occurredAt <= until)
      .sort((one, other) =>
        one.occurredAt < other.occurredAt ? -1 : one.occurredAt > other.occurredAt ? 1 : 0,
      );
  }
  return days;
}

function momentIn(random: Random, day: TradingDay, fromHour: number, toHour: number): string {
  const seconds = random.between(fromHour * 3600, toHour * 3600);
  return new Date(startOf(day).getTime() + seconds * 1000).toISOString();
}

function startOf({ closesAt }: TradingDay): Date {
  return new Date(new Date(closesAt).setUTCHours(0, 0, 0, 0));
}

function daysBetween(from: Date, to: Date): number {
  return Math.round((new Date(to).setUTCHours(0, 0, 0, 0) - new Date(from).setUTCHours(0, 0, 0, 0)) / DAY_MS);
}
