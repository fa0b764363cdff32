import "server-only";
import { describeError } from "@/lib/config/describe-error";
import { log } from "@/lib/config/log";
import type { Clock } from "@/lib/core/clock";
import { failRun, listProgramDays, nextDueDay, type ProgramDays } from "@/lib/day-runs";
import { db, sqlState } from "@/lib/db";
import { type DayProgress, workOnDay } from "./work-on-day";

export type DaysReport = {
  /** Days closed by this call. */
  closed: number;
  /** Pieces of work done: opening a day, a batch, going on to a step. */
  pieces: number;
  /** Days that stopped and will be tried again. */
  failed: number;
};

type Request = {
  clock: Clock;
  /** Only this program's days. */
  programId?: string;
  /** Ends after this long; a piece that has begun is finished. */
  maxMilliseconds?: number;
  signal?: AbortSignal;
};

/**
 * Closes every day that has begun in its program's time zone and is not closed: the oldest first, piece by piece,
 * programs by turns. Days that were missed are closed as of themselves. A program whose day fails keeps the others
 * from nothing, and is tried again later.
 * @throws what keeps the database from answering
 */
export async function closeDays({ clock, programId, maxMilliseconds, signal }: Request): Promise<DaysReport> {
  const stopAt = performance.now() + (maxMilliseconds ?? Number.POSITIVE_INFINITY);
  const report: DaysReport = { closed: 0, pieces: 0, failed: 0 };
  for (;;) {
    const due = (await listProgramDays(db(), programId ?? null)).filter((program) => isDue(program, clock));
    let isAnythingDone = false;
    for (const program of due) {
      if (signal?.aborted || performance.now() >= stopAt) return report;
      const progress = await attempt(program, clock);
      if (progress === "failed") report.failed += 1;
      if (progress === "finished") report.closed += 1;
      if (progress === "worked" || progress === "finished") {
        report.pieces += 1;
        isAnythingDone = true;
      }
    }
    // What others are at, they finish.
    if (!isAnythingDone) return report;
  }
}

function isDue({ timeZone, createdAt, day, isOpen, retryAt }: ProgramDays, clock: Clock): boolean {
  const now = clock.now();
  if (isOpen) return retryAt === null || retryAt <= now;
  return nextDueDay({ timeZone, createdAt, lastDay: day }, now) !== null;
}

async function attempt(
  { programId, timeZone, createdAt, day: lastDay, isOpen }: ProgramDays,
  clock: Clock,
): Promise<DayProgress | "failed"> {
  try {
    return await workOnDay({ programId, timeZone, createdAt, lastDay }, clock);
  } catch (error) {
    const day = isOpen ? lastDay : nextDueDay({ timeZone, createdAt, lastDay }, clock.now());
    log().error({ programId, day, err: error }, "the close of a day was interrupted and will be tried again");
    if (day !== null) await failRun(db(), { programId, day }, inWords(error), clock.now());
    return "failed";
  }
}

/** The kind of fault, and its message without the values that it was about. */
function inWords(error: unknown): string {
  const { type, message } = describeError(error);
  return `${sqlState(error) ?? type}: ${message}`.slice(0, 300);
}
