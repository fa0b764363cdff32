import type { Condition, HistoryCondition, LineTest } from "../schema";
import { apportion, scale } from "./arithmetic";
import { md5 } from "./digest";
import { fold, milliOf } from "./fact-line";
import type { Facts } from "./facts";
import { type Counter, type HistoryChange, type HistoryRow, LIFETIME } from "./history";
import type { LineSelector, LineSelectors } from "./selection";

/** What has come back of a purchase: thousandths of a piece by line. What has no lines is line 0, one piece. */
export type Returned = ReadonlyMap<number, number>;

/** A counter that can tell what an event counts for, on the event's day. */
export type CompiledCounter = Counter & {
  count: (facts: Facts, returned?: Returned) => HistoryRow[];
};

/** A counter of which evaluating events of some type reads days before the event. */
export type CounterInUse = {
  counter: CompiledCounter;
  /** Days before the event's own that are looked at; null: all there are. */
  days: number | null;
  /** Whether rows of days are looked at, and whether those of all time are. */
  byDay: boolean;
  allTime: boolean;
};

const NOTHING: Returned = new Map();
const ONE_PIECE = 1_000;

/** The counter that a condition asks. */
export function counterOf(condition: HistoryCondition, selectors: LineSelectors): CompiledCounter {
  return compileCounter({ of: condition.of, distinct: distinctOf(condition) }, selectors);
}

export function compileCounter(
  { of, distinct }: Omit<Counter, "key">,
  selectors: LineSelectors,
): CompiledCounter {
  const selector = selectors.of(of.filter);
  const stores = of.stores && new Set(of.stores.map(fold));
  const channels = of.channels && new Set(of.channels.map(fold));
  return {
    key: keyOf({ of, distinct }),
    of,
    distinct,
    count: (facts, returned = NOTHING) => {
      const { type, payload } = facts;
      if (type !== of.event) return [];
      if (stores && !stores.has(fold(payload.store ?? ""))) return [];
      if (channels && !channels.has(fold(payload.channel ?? ""))) return [];
      const parts = type === "purchase" ? purchased(facts, selector, returned) : [occurrence(returned)];
      return rowsOf(facts, distinct, parts);
    },
  };
}

function distinctOf(condition: HistoryCondition): Counter["distinct"] {
  return condition.measure === "distinct" ? condition.what : null;
}

/** Key of the counter that a condition asks. */
export function counterKeyOf(condition: HistoryCondition): string {
  return keyOf({ of: condition.of, distinct: distinctOf(condition) });
}

/** Equal ways of counting have one key, whatever the order in which they name things. */
function keyOf({ of, distinct }: Omit<Counter, "key">): string {
  const filter = of.filter?.map(partsOf);
  const names = (values: readonly string[] | undefined) => values?.map(fold).sort() ?? null;
  const sorted = filter?.map((test) => JSON.stringify(test)).sort() ?? null;
  return md5(JSON.stringify([of.event, sorted, names(of.stores), names(of.channels), distinct]));
}

/** What tells a test of lines from others; the order in which it names values does not. */
function partsOf(test: LineTest): unknown[] {
  if ("values" in test) return [test.field, test.op, ...test.values.map(fold).sort()];
  if ("value" in test) return [test.field, test.op, test.value];
  const { op, ...rest } = test.test;
  const value = "value" in rest ? rest.value : null;
  const sorted = Array.isArray(value) ? value.map(fold).map(String).sort() : fold(value);
  return [test.field, test.name, op, sorted];
}

/** Something that is counted, as far as it is still with the member. */
type Part = { line: number; isLeft: boolean; amountMinor: number; quantityMilli: number };

/** An event that is no purchase: it happened, and that is all, unless it was undone. */
function occurrence(returned: Returned): Part {
  return { line: 0, isLeft: (returned.get(0) ?? 0) < ONE_PIECE, amountMinor: 0, quantityMilli: 0 };
}

/** Lines of a purchase that a counter is about. */
function purchased(facts: Facts, selector: LineSelector | null, returned: Returned): Part[] {
  if (facts.lines.length === 0) {
    if (selector !== null) return [];
    const isLeft = (returned.get(0) ?? 0) < ONE_PIECE;
    return [{ line: 0, isLeft, amountMinor: isLeft ? facts.amountMinor : 0, quantityMilli: 0 }];
  }
  if (selector !== null && facts.select(selector).lines === 0) return [];
  const { amounts } = facts.select(null);
  // What was paid may be less than the lines come to: each line has its share of it.
  const paid = selector === null ? apportion(facts.amountMinor, amounts) : amounts;
  return facts.foldedLines.flatMap((entry, line) => {
    if (selector !== null && !selector.matches(entry)) return [];
    const bought = milliOf(entry.quantity);
    const left = Math.max(0, bought - (returned.get(line) ?? 0));
    const amountMinor = left === bought ? (paid[line] ?? 0) : scale(paid[line] ?? 0, left, bought, "nearest");
    return [{ line, isLeft: left > 0, amountMinor, quantityMilli: left }];
  });
}

function rowsOf(facts: Facts, distinct: Counter["distinct"], parts: readonly Part[]): HistoryRow[] {
  const rows = new Map<string, HistoryRow>();
  for (const { line, isLeft, amountMinor, quantityMilli } of parts) {
    if (!isLeft) continue;
    const value = distinctValue(facts, distinct, line);
    if (value === null) continue;
    const row = rows.get(value) ?? { day: facts.day, value, events: 1, amountMinor: 0, quantityMilli: 0 };
    row.amountMinor += amountMinor;
    row.quantityMilli += quantityMilli;
    rows.set(value, row);
  }
  return [...rows.values()];
}

/** What tells events or lines apart; null where it is not known. */
function distinctValue(facts: Facts, distinct: Counter["distinct"], line: number): string | null {
  switch (distinct) {
    case null:
      return "";
    case "day":
      return facts.day;
    case "store":
    case "channel":
      return facts.payload[distinct]?.toLowerCase() ?? null;
    case "sku":
    case "category":
    case "brand":
      return facts.foldedLines[line]?.[distinct] ?? null;
  }
}

/** What these counters count an event for, less what has come back of it: for its day and for all time. */
export function changesOf(
  counters: readonly CompiledCounter[],
  facts: Facts,
  returned?: Returned,
): HistoryChange[] {
  return counters.flatMap(({ key, count }) =>
    count(facts, returned).flatMap((row) => [
      { counter: key, ...row },
      { counter: key, ...row, day: LIFETIME },
    ]),
  );
}

/** What has to be added to turn the one into the other; nothing where they agree. */
export function differenceOf(
  before: readonly HistoryChange[],
  after: readonly HistoryChange[],
): HistoryChange[] {
  const changes = new Map<string, HistoryChange>();
  const add = (sign: 1 | -1, { events, amountMinor, quantityMilli, ...place }: HistoryChange) => {
    const key = `${place.counter} ${place.day} ${place.value}`;
    const change = changes.get(key) ?? { ...place, events: 0, amountMinor: 0, quantityMilli: 0 };
    change.events += sign * events;
    change.amountMinor += sign * amountMinor;
    change.quantityMilli += sign * quantityMilli;
    changes.set(key, change);
  };
  for (const change of before) add(-1, change);
  for (const change of after) add(1, change);
  return [...changes.values()].filter(
    ({ events, amountMinor, quantityMilli }) => events !== 0 || amountMinor !== 0 || quantityMilli !== 0,
  );
}

/** Conditions on history, however deep in groups. */
export function historyConditionsIn(condition: Condition | null): HistoryCondition[] {
  if (condition === null) return [];
  if (condition.kind === "history") return [condition];
  if (condition.kind === "not") return historyConditionsIn(condition.condition);
  const isGroup = condition.kind === "all" || condition.kind === "any";
  return isGroup ? condition.conditions.flatMap(historyConditionsIn) : [];
}

const PERIOD_DAYS = { day: 1, week: 7, month: 31, year: 366 } as const;

/** Days before the event's own that a condition looks at; null: all there are. */
export function daysLookedAt(condition: HistoryCondition): number | null {
  switch (condition.measure) {
    case "streak":
      // One period more than asked for tells a streak that is too long.
      return condition.op === "every" ? null : (condition.value + 2) * PERIOD_DAYS[condition.unit];
    case "days_since_first":
    case "days_since_last":
      return condition.value + 1;
    default: {
      const { window } = condition;
      if (window.kind === "lifetime") return 0;
      return window.kind === "days" ? window.days - 1 : PERIOD_DAYS[window.period] - 1;
    }
  }
}

/** Which kinds of rows a condition looks at. */
export function rowsLookedAt(condition: HistoryCondition): Pick<CounterInUse, "byDay" | "allTime"> {
  switch (condition.measure) {
    case "streak":
      return { byDay: true, allTime: false };
    case "days_since_first":
    case "days_since_last":
      return { byDay: true, allTime: true };
    default: {
      const allTime = condition.window.kind === "lifetime";
      return { byDay: !allTime, allTime };
    }
  }
}
