import { z } from "zod";
import { pageQuery } from "@/lib/core/schema";

/** What the close of a day does, in this order. */
export const DAY_STEPS = ["activation", "expiry", "vouchers", "birthdays", "statements"] as const;
export type DayStepName = (typeof DAY_STEPS)[number];

export const DAY_RUN_STATES = ["running", "finished", "failed"] as const;
export type DayRunState = (typeof DAY_RUN_STATES)[number];

export const dayRunQuery = pageQuery;

export const dayRetry = z.object({ day: z.iso.date() });

/** Most of what was set aside on one day that is named. */
export const MAX_NAMED = 100;

/** Work of a day that failed for one member or pool, or waits behind such work of theirs. Instants are ISO 8601. */
export type SetAsideDto = {
  kind: "member" | "pool";
  /** `mem_…` or `pool_…`. */
  id: string;
  name: string;
  step: DayStepName;
  /** Why it failed the last time, and how often it did; null and 0: it waits behind work of an earlier day or step. */
  error: string | null;
  attempts: number;
  /** When it is tried again by itself; null: once what it waits for is done. */
  retryAt: string | null;
  settledAt: string | null;
};

/** The close of one program day. Points are of the spendable type, lots of every type; instants are ISO 8601. */
export type DayRunDto = {
  /** The day that began, `YYYY-MM-DD`; what was usable until the day before expired. */
  day: string;
  state: DayRunState;
  /** The step that is being worked on, or the last one that had anything to do; null: none yet. */
  step: DayStepName | null;
  /** Pieces of work that the step found, and how many of them are done. */
  progress: { due: number; done: number };
  /** What was done after all of what had been set aside is counted in. */
  activated: { points: number; lots: number };
  expired: { points: number; lots: number };
  statements: number;
  startedAt: string;
  finishedAt: string | null;
  /** Why it stopped, how often in a row it did, and when it is tried again by itself; null unless it failed. */
  fault: { error: string; attempts: number; retryAt: string } | null;
  /** What could not be done with everybody else's: how much still waits, how much has been done, the first hundred. */
  setAside: { open: number; settled: number; items: SetAsideDto[] };
};
