import { type Ctx, systemCtx } from "@/lib/auth/context";
import { type Day, startOfDay } from "@/lib/core/calendar";
import type { Clock } from "@/lib/core/clock";
import type { DayCounts, DayStepName, DueItem, OpenRun } from "@/lib/day-runs";
import type { Tx } from "@/lib/db";
import type { LockedLane } from "@/lib/wallet";
import type { Batch } from "./batch";

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

export function closingDay(
  { programId, timeZone }: { programId: string; timeZone: string },
  day: Day,
  clock: Clock,
): ClosingDay {
  return {
    ctx: systemCtx(programId, "close-day", clock),
    timeZone,
    day,
    startsAt: startOfDay(day, timeZone),
    now: clock.now(),
  };
}

/** One step of closing a day. */
export type DayStep = {
  name: DayStepName;
  /**
   * Lists in day_due everything that the step has to do, in one statement; what one statement can do, it does.
   * @returns how many pieces of work there are
   */
  list: (tx: Tx, day: ClosingDay) => Promise<number>;
  /** Takes a batch off the list and does it. @returns null where nothing can be taken */
  work: (tx: Tx, day: ClosingDay, run: OpenRun, batch: Batch) => Promise<DayCounts | null>;
  /** Does the work of members in the lane that the transaction holds; only where the step's work is that of members. */
  workFor?: WorkFor;
  /** Whose work that of a lane is; only where a lane is one piece. */
  partiesOf?: (tx: Tx, day: ClosingDay, lane: number) => Promise<string[]>;
};

export type WorkFor = (
  tx: Tx,
  day: ClosingDay,
  lane: LockedLane,
  due: readonly DueItem[],
) => Promise<DayCounts>;
