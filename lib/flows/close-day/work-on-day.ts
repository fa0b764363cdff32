import type { Clock } from "@/lib/core/clock";
import {
  beginStep,
  countBatch,
  finishRun,
  insertRun,
  isAnythingDue,
  lockRun,
  nextDueDay,
  type OpenRun,
  readOpenRun,
  setAsideBehind,
} from "@/lib/day-runs";
import { type Tx, withTx } from "@/lib/db";
import type { Batch } from "./batch";
import { type ClosingDay, closingDay } from "./day";
import { STEPS } from "./steps";

/** A month's statements of a big lane are one statement. */
const TIMEOUT_MS = 15 * 60_000;

/** What became of one look at a program's days; `waiting`: others are at what is left. */
export type DayProgress = "worked" | "waiting" | "finished" | "idle";

export type ProgramOfDays = {
  programId: string;
  timeZone: string;
  createdAt: Date;
  /** The latest day that was opened. */
  lastDay: string | null;
};

/**
 * Does the next bounded piece of closing a program's days, in one transaction: opens the next day that is due, does a
 * batch of the step in hand, or goes on to the next step. Whoever crashes when, a piece is done whole or not at all,
 * and any number of workers may share a day.
 */
export async function workOnDay(program: ProgramOfDays, clock: Clock, batch: Batch): Promise<DayProgress> {
  return withTx({}, (tx) => workIn(tx, program, clock, batch), { timeoutMs: TIMEOUT_MS });
}

async function workIn(tx: Tx, program: ProgramOfDays, clock: Clock, batch: Batch): Promise<DayProgress> {
  batch.begin();
  const run = await readOpenRun(tx, program.programId);
  if (run === null) return openDay(tx, program, clock);
  const day = closingDay(program, run.day, clock);
  const index = STEPS.findIndex(({ name }) => name === run.step);
  const counts = await STEPS[index]?.work(tx, day, run, batch);
  if (counts) {
    // Who found the lane's list emptied by others must not wait for the run while holding the lane.
    if (counts.done > 0) await countBatch(tx, run, counts);
    return "worked";
  }
  if (run.step !== null && (await isAnythingDue(tx, run))) return "waiting";
  // Whoever is first lists what comes next; the others see that it is done.
  return (await lockRun(tx, run)) ? beginNextStep(tx, run, day, index + 1) : "worked";
}

async function openDay(tx: Tx, program: ProgramOfDays, clock: Clock): Promise<DayProgress> {
  const { programId } = program;
  const day = nextDueDay(program, clock.now());
  if (day === null) return "idle";
  if (!(await insertRun(tx, { programId, day }, clock.now()))) return "worked";
  return beginNextStep(tx, { programId, day, step: null }, closingDay(program, day, clock), 0);
}

/** Lists the work of the next step that has any; where none has, the day is closed. */
async function beginNextStep(tx: Tx, run: OpenRun, day: ClosingDay, index: number): Promise<DayProgress> {
  for (const step of STEPS.slice(index)) {
    const listed = await step.list(tx, day);
    if (listed === 0) continue;
    const begun = { ...run, step: step.name };
    const due = listed - (await setAsideBehind(tx, begun, day.now));
    if (due === 0) continue;
    await beginStep(tx, begun, due);
    return "worked";
  }
  await finishRun(tx, run, day.ctx.clock.now());
  return "finished";
}
