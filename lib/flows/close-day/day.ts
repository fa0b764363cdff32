import type { Ctx } from "@/lib/auth/context";
import type { Day } from "@/lib/core/calendar";
import type { DayCounts, DayStepName, OpenRun } from "@/lib/day-runs";
import type { Tx } from "@/lib/db";

/** A program day that is being closed. */
export type ClosingDay = {
  /** A job's, of the program. */
  ctx: Ctx;
  timeZone: string;
  /** The day that begins. */
  day: Day;
  /** Its first instant. */
  startsAt: Date;
  /** When the work is done, which may be days later. */
  now: Date;
};

/** One step of closing a day. */
export type DayStep = {
  name: DayStepName;
  /**
   * Lists in day_due everything that the step has to do, in one statement; what one statement can do, it does.
   * @returns how many pieces of work there are
   */
  list: (tx: Tx, day: ClosingDay) => Promise<number>;
  /** Takes a batch off the list and does it. @returns null where nothing can be taken */
  work: (tx: Tx, day: ClosingDay, run: OpenRun) => Promise<DayCounts | null>;
};
