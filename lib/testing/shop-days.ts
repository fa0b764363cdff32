import { addDays } from "@/lib/core/calendar";
import type { MemberDto } from "@/lib/members";

/** A sequence of numbers below a bound that is the same for a seed, so that a failure can be looked at again. */
export function sequence(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const CATEGORIES = ["Coffee", "Bakery", "Dairy", "Produce"];
const STORES = ["Mitte", "Hafen", "Westend"];
/** Of a hundred things that happen, so many are returns of something bought before, and so many are visits. */
const RETURNS = 12;
const VISITS = 8;

type Item = { type: string; id: string; [key: string]: unknown };

/**
 * What happens in a shop over some days: purchases, visits, and goods that come back in parts or whole, in order of
 * time. A return names each line once and never more than was bought.
 */
export function shopDays(
  members: readonly Pick<MemberDto, "cardNumber">[],
  { from, days, perDay, seed }: { from: string; days: number; perDay: number; seed: number },
): Item[] {
  const next = sequence(seed);
  const bought: { id: string; member: number; left: number[] }[] = [];
  const items: Item[] = [];
  for (let day = 0; day < days; day += 1) {
    for (let place = 0; place < perDay; place += 1) {
      const minute = Math.floor((place / perDay) * 24 * 60);
      const clock = `${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`;
      const occurredAt = `${addDays(from, day)}T${clock}Z`;
      const kind = next(100);
      const returned = kind < RETURNS ? bought[next(bought.length)] : undefined;
      const common = { id: `e${items.length}`, occurredAt };
      if (returned?.left.some((left) => left > 0)) {
        items.push({
          type: "return",
          ...common,
          ...returnOf(returned, next),
          member: memberOf(members, returned.member),
        });
      } else {
        const who = next(members.length);
        const member = memberOf(members, who);
        if (kind < RETURNS + VISITS) items.push({ type: "custom", name: "visit", ...common, member });
        else {
          const lines = Array.from({ length: 1 + next(3) }, () => lineOf(next));
          items.push({
            type: "purchase",
            ...common,
            member,
            currency: "EUR",
            store: STORES[next(STORES.length)],
            lines,
          });
          bought.push({ id: common.id, member: who, left: lines.map(({ quantity }) => quantity) });
        }
      }
    }
  }
  return items;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function memberOf(members: readonly Pick<MemberDto, "cardNumber">[], place: number) {
  return { cardNumber: members[place]?.cardNumber };
}

function lineOf(next: (bound: number) => number) {
  const category = CATEGORIES[next(CATEGORIES.length)];
  return { sku: `sku-${next(40)}`, category, quantity: 1 + next(4), amountMinor: 50 + next(3_000) };
}

/** A part of what is left of a purchase, or all of it. */
function returnOf({ id, left }: { id: string; left: number[] }, next: (bound: number) => number) {
  if (next(4) === 0) {
    left.fill(0);
    return { purchaseId: id };
  }
  const line = left.findIndex((quantity) => quantity > 0);
  const quantity = 1 + next(left[line] ?? 1);
  left[line] = (left[line] ?? 0) - quantity;
  return { purchaseId: id, lines: [{ line, quantity }] };
}
