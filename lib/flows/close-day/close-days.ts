import "server-only";
import { log } from "@/lib/config/log";
import type { Clock } from "@/lib/core/clock";
import { failRun, isWholeLane, listProgramDays, nextDueDay, type ProgramDays } from "@/lib/day-runs";
import { db, isFaultOfContent } from "@/lib/db";
import { Batch } from "./batch";
import { divideLane } from "./divide-lane";
import { faultInWords } from "./fault-in-words";
import { setAsideMember } from "./set-aside-member";
import { settleSetAside } from "./settle-set-aside";
import { type DayProgress, workOnDay } from "./work-on-day";

export type DaysReport = {
  /** Days closed by this call. */
  closed: number;
  /** Pieces of work done: opening a day, a batch, going on to a step. */
  pieces: number;
  /** Days that stopped and will be tried again. */
  failed: number;
  /** Work of single members that failed and was set aside, to be tried again. */
  setAside: number;
  /** Such work that was done after all. */
  settled: number;
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
 * from nothing, and is tried again later; so is the part of a member that fails, which keeps nobody else's day open.
 * @throws what keeps the database from answering
 */
export async function closeDays({ clock, programId, maxMilliseconds, signal }: Request): Promise<DaysReport> {
  const stopAt = performance.now() + (maxMilliseconds ?? Number.POSITIVE_INFINITY);
  const isOver = () => signal?.aborted || performance.now() >= stopAt;
  const batches = new Map<string, Batch>();
  const report: DaysReport = { closed: 0, pieces: 0, failed: 0, setAside: 0, settled: 0 };
  for (;;) {
    const due = (await listProgramDays(db(), programId ?? null)).filter((program) => isDue(program, clock));
    let isAnythingDone = false;
    for (const program of due) {
      if (isOver()) return report;
      const batch = batches.get(program.programId) ?? new Batch();
      batches.set(program.programId, batch);
      const progress = await attempt(program, clock, batch);
      if (progress === "failed") report.failed += 1;
      if (progress === "finished") report.closed += 1;
      if (progress === "set aside") report.setAside += 1;
      if (progress === "worked" || progress === "finished") report.pieces += 1;
      if (progress !== "waiting" && progress !== "idle" && progress !== "failed") isAnythingDone = true;
    }
    if (isAnythingDone) continue;
    report.settled += await settleSetAside(clock, { programId: programId ?? null, isOver });
    // What others are at, they finish.
    return report;
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
  batch: Batch,
): Promise<DayProgress | "failed" | "set aside" | "narrowed"> {
  try {
    const progress = await workOnDay({ programId, timeZone, createdAt, lastDay }, clock, batch);
    batch.widen();
    return progress;
  } catch (error) {
    if (isFaultOfContent(error) && batch.taken !== null) {
      if (batch.narrow()) return "narrowed";
      const { lane, due } = batch.taken;
      if (due.some(isWholeLane)) {
        if (await divideLane({ programId, timeZone }, lane, clock)) return "narrowed";
      } else if (await setAsideMember(programId, batch.taken, error, clock)) return "set aside";
    }
    const day = isOpen ? lastDay : nextDueDay({ timeZone, createdAt, lastDay }, clock.now());
    log().error({ programId, day, err: error }, "the close of a day was interrupted and will be tried again");
    if (day !== null) await failRun(db(), { programId, day }, faultInWords(error), clock.now());
    return "failed";
  }
}
