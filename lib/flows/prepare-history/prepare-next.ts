import "server-only";
import { nextInPreparation } from "@/lib/campaigns";
import type { Clock } from "@/lib/core/clock";
import { prepareHistory } from "./prepare-history";

/**
 * Counts the history that launched campaigns wait for, in one program after the other, for a while.
 * @returns how many programs are done, and whether others still wait
 */
export async function prepareNext(
  clock: Clock,
  maxMilliseconds: number,
): Promise<{ programs: number; waiting: boolean }> {
  const deadline = performance.now() + maxMilliseconds;
  let programs = 0;
  for (let programId = await nextInPreparation(null); programId !== null; ) {
    const left = deadline - performance.now();
    if (left <= 0) return { programs, waiting: true };
    if (!(await prepareHistory({ programId, clock, maxMilliseconds: left })))
      return { programs, waiting: true };
    programs += 1;
    programId = await nextInPreparation(programId);
  }
  return { programs, waiting: false };
}
