import "server-only";
import type { Clock } from "@/lib/core/clock";
import { divideDueLane, readOpenRun } from "@/lib/day-runs";
import { withTx } from "@/lib/db";
import { closingDay } from "./day";
import { STEPS } from "./steps";

/**
 * Lists the members of a lane whose work failed as one piece, so that whoever it is about is found and everybody else
 * done.
 * @returns false where the lane has nobody: the fault is not a member's
 */
export async function divideLane(
  program: { programId: string; timeZone: string },
  lane: number,
  clock: Clock,
): Promise<boolean> {
  return withTx({}, async (tx) => {
    const run = await readOpenRun(tx, program.programId);
    // Another worker was faster, and the day has gone on.
    if (run === null) return true;
    const step = STEPS.find(({ name }) => name === run.step);
    const parties = (await step?.partiesOf?.(tx, closingDay(program, run.day, clock), lane)) ?? [];
    if (parties.length === 0) return false;
    await divideDueLane(tx, run, lane, parties);
    return true;
  });
}
