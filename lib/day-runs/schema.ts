import { z } from "zod";
import { pageQuery } from "@/lib/core/schema";

/** What the close of a day does, in this order. */
export const DAY_STEPS = ["activation", "expiry", "vouchers", "birthdays", "statements"] as const;
export type DayStepName = (typeof DAY_STEPS)[number];

export const DAY_RUN_STATES = ["running", "finished", "failed"] as const;
export type DayRunState = (typeof DAY_RUN_STATES)[number];

export const dayRunQuery = pageQuery;

export const dayRetry = z.object({ day: z.iso.date() });

/** The close of one program day. Points are of the spendable type, lots of every type; instants are ISO 8601. */
export type DayRunDto = {
  /** The day that began, `YYYY-MM-DD`; what was usable until the day before expired. */
  day: string;
  state: DayRunState;
  /** The step that is being worked on, or the last one that had anything to do; null: none yet. */
  step: DayStepName | null;
  /** Pieces of work that the step found, and how many of them are done. */
  progress: { due: number; done: number };
  activated: { points: number; lots: number };
  expired: { points: number; lots: number };
  statements: number;
  startedAt: string;
  finishedAt: string | null;
  /** Why it stopped, how often in a row it did, and when it is tried again by itself; null unless it failed. */
  fault: { error: string; attempts: number; retryAt: string } | null;
};
