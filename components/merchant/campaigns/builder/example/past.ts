import { counterKeyOf, type HistoryRow, LIFETIME } from "@/lib/campaigns/engine";
import type { CampaignDefinition, HistoryCondition } from "@/lib/campaigns/schema";
import { addDays, addMonths, type Day, instantOfLocal, windowStart } from "@/lib/core/calendar";
import { leavesOf } from "./leaves";

/** Something of the example member's past that the campaign asks for, and the answer. */
export type PastQuestion = {
  /** The same while the condition asks for the same, whatever it compares it with. */
  key: string;
  condition: HistoryCondition;
  /** Of the condition's measure, before this event. */
  answer: number;
};

function questionKey(condition: HistoryCondition): string {
  const span = "window" in condition ? condition.window : "unit" in condition ? condition.unit : null;
  return JSON.stringify([counterKeyOf(condition), condition.measure, span]);
}

/** An answer with which the condition holds. */
function fittingAnswer(condition: HistoryCondition): number {
  const { measure, op, value } = condition;
  if (measure === "days_since_first" || measure === "days_since_last") {
    return op === "at_least" ? Math.max(value, 1) : Math.min(value, 1);
  }
  if (op === "at_most") return 0;
  // This purchase is the last one that is missing, where it counts.
  const isCounted = op === "every" || (condition.withThis && measure !== "amountMinor");
  return isCounted ? Math.max(0, value - 1) : value;
}

/**
 * What has to be known of the member's past to try the campaign: one question for each way of counting.
 * @param answers those that somebody gave, by key
 */
export function pastQuestions(
  { condition }: CampaignDefinition,
  answers: Readonly<Record<string, number>>,
): PastQuestion[] {
  const questions = new Map<string, PastQuestion>();
  for (const leaf of leavesOf(condition)) {
    if (leaf.kind !== "history") continue;
    const key = questionKey(leaf);
    if (!questions.has(key)) {
      questions.set(key, { key, condition: leaf, answer: answers[key] ?? fittingAnswer(leaf) });
    }
  }
  return [...questions.values()];
}

type Sum = "events" | "amountMinor" | "quantityMilli";

/** Rows of history under which every question has its answer, by counter. */
export function pastRows(
  questions: readonly PastQuestion[],
  today: Day,
  timeZone: string,
): Map<string, HistoryRow[]> {
  const pasts = new Map<string, Past>();
  // Single days first, then windows from short to long: a longer one counts what the shorter ones hold.
  const ordered = [...questions].sort((one, other) => reach(one.condition) - reach(other.condition));
  for (const { condition, answer } of ordered) {
    const key = counterKeyOf(condition);
    const past = pasts.get(key) ?? new Past(today, timeZone);
    pasts.set(key, past);
    past.answer(condition, answer);
  }
  return new Map([...pasts].map(([key, past]) => [key, past.rows()]));
}

const PERIOD_DAYS = { day: 1, week: 7, month: 31, year: 366 } as const;

function reach(condition: HistoryCondition): number {
  if (!("window" in condition)) return 0;
  const { window } = condition;
  if (window.kind === "days") return window.days;
  return window.kind === "lifetime" ? Number.POSITIVE_INFINITY : PERIOD_DAYS[window.period];
}

class Past {
  readonly #rows = new Map<string, HistoryRow>();
  readonly #today: Day;
  readonly #timeZone: string;

  constructor(today: Day, timeZone: string) {
    this.#today = today;
    this.#timeZone = timeZone;
  }

  answer(condition: HistoryCondition, answer: number): void {
    switch (condition.measure) {
      case "days_since_first":
      case "days_since_last":
        this.#add(addDays(this.#today, -answer), "", "events", 1);
        break;
      case "streak":
        for (let back = 1; back <= answer; back += 1) {
          this.#add(this.#periodsBack(condition.unit, back), "", "events", 1);
        }
        break;
      case "distinct":
        for (let place = 0; place < answer; place += 1) this.#addDistinct(condition, place);
        break;
      case "count":
        this.#reach(condition, "events", answer);
        break;
      case "amountMinor":
        this.#reach(condition, "amountMinor", answer);
        break;
      case "quantity":
        this.#reach(condition, "quantityMilli", Math.round(answer * 1_000));
        break;
    }
  }

  /** Day rows, and for each value the row of all time that goes with them. */
  rows(): HistoryRow[] {
    const days = [...this.#rows.values()];
    const ever = new Map<string, HistoryRow>();
    for (const row of days) {
      const sum = ever.get(row.value) ?? {
        ...row,
        day: LIFETIME,
        events: 0,
        amountMinor: 0,
        quantityMilli: 0,
      };
      sum.events += row.events;
      sum.amountMinor += row.amountMinor;
      sum.quantityMilli += row.quantityMilli;
      ever.set(row.value, sum);
    }
    return [...days, ...ever.values()];
  }

  #periodsBack(unit: "day" | "week" | "month", back: number): Day {
    if (unit === "month") return addMonths(this.#today, -back);
    return addDays(this.#today, unit === "week" ? -7 * back : -back);
  }

  /** The first day that the condition's window holds; long ago where it holds them all. */
  #firstDay(condition: Extract<HistoryCondition, { window: unknown }>): Day {
    const { window } = condition;
    if (window.kind === "days") return addDays(this.#today, 1 - window.days);
    if (window.kind === "lifetime") return addDays(this.#today, -1_000);
    return windowStart(
      instantOfLocal(`${this.#today}T12:00:00`, this.#timeZone),
      this.#timeZone,
      window.period,
    );
  }

  #addDistinct(condition: Extract<HistoryCondition, { measure: "distinct" }>, place: number): void {
    const day = condition.what === "day" ? addDays(this.#today, -1 - place) : this.#firstDay(condition);
    this.#add(day, condition.what === "day" ? day : `another ${place + 1}`, "events", 1);
  }

  /** Adds what is missing in the window, on its first day. */
  #reach(condition: Extract<HistoryCondition, { window: unknown }>, sum: Sum, wanted: number): void {
    const first = this.#firstDay(condition);
    let held = 0;
    for (const row of this.#rows.values()) if (row.day >= first) held += row[sum];
    if (wanted > held) this.#add(first, "", sum, wanted - held);
  }

  #add(day: Day, value: string, sum: Sum, added: number): void {
    const key = `${day} ${value}`;
    const row = this.#rows.get(key) ?? { day, value, events: 0, amountMinor: 0, quantityMilli: 0 };
    row[sum] += added;
    this.#rows.set(key, row);
  }
}
