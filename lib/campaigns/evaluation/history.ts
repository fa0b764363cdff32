import type { Day } from "@/lib/core/calendar";
import type { Counted, DISTINCT_FIELDS } from "../language/history";

/** Stands for all days together in rows of history. */
export const LIFETIME: Day = "0001-01-01";

/** A kind of event that conditions count. What is kept for it is kept for each member, by day and for all time. */
export type Counter = {
  /** The same for the same way of counting, whichever campaign asks: a hash of the rest. */
  key: string;
  of: Counted;
  /** What different values are told apart by; null: none, only sums are kept. */
  distinct: (typeof DISTINCT_FIELDS)[number] | null;
};

/** What a member has done on one day, or in all (`LIFETIME`). */
export type HistoryRow = {
  /** In the program's time zone, by when it happened. */
  day: Day;
  /** One of the values that are told apart, folded; empty where none are. */
  value: string;
  events: number;
  amountMinor: number;
  /** Thousandths of a piece. */
  quantityMilli: number;
};

/** What an event, or goods that come back, add to a row. */
export type HistoryChange = HistoryRow & { counter: string };
