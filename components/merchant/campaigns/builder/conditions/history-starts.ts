import type { HistoryCondition } from "@/lib/campaigns/schema";

type Measure = HistoryCondition["measure"];

const LAST_30_DAYS = { kind: "days", days: 30 } as const;

/** A condition on history as it starts, looking back on all purchases. */
export function newHistory(measure: Measure): HistoryCondition {
  const common = { kind: "history", of: { event: "purchase" }, withThis: false } as const;
  switch (measure) {
    case "count":
    case "quantity":
      return { ...common, measure, window: LAST_30_DAYS, op: "at_least", value: 2 };
    case "amountMinor":
      return { ...common, measure, window: LAST_30_DAYS, op: "at_least", value: 5_000 };
    case "distinct":
      return { ...common, measure, what: "store", window: LAST_30_DAYS, op: "at_least", value: 2 };
    case "streak":
      return { ...common, withThis: true, measure, unit: "week", op: "at_least", value: 3 };
    case "days_since_first":
    case "days_since_last":
      return { ...common, measure, op: "at_least", value: 30 };
  }
}

/** The same events, looked at another way. */
export function withMeasure(condition: HistoryCondition, measure: Measure): HistoryCondition {
  return { ...newHistory(measure), of: condition.of };
}
