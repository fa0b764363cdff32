import "server-only";
import type { Clock } from "@/lib/core/clock";
import {
  clearImport,
  groupBaskets,
  type ImportKey,
  LeaseLost,
  readState,
  recordFault,
  releaseLease,
  stageLines,
  takeLease,
} from "@/lib/imports";
import { postBaskets } from "./post-baskets";

export type ImportSlice = {
  clock: Clock;
  /** Names the process: its lease is its own, and another's is respected. A UUID. */
  holder: string;
  /** Works on this import alone; absent: on whichever has waited longest. */
  only?: ImportKey;
  /** Makes way for other imports after this long; a step that has begun is finished. */
  maxMilliseconds?: number;
  signal?: AbortSignal;
};

/**
 * Works on one import for a while: reads lines, groups baskets, hands them over, clears up. Every step commits
 * with its checkpoint, so a process that is killed anywhere loses nothing and the next one goes on from there;
 * two processes never work on the same import.
 * @returns the import that was worked on, or null when there was none
 */
export async function runImportSlice({
  clock,
  holder,
  only,
  maxMilliseconds = 20_000,
  signal,
}: ImportSlice): Promise<ImportKey | null> {
  const lease = await takeLease(holder, only);
  if (lease === null) return null;
  const pauseAt = performance.now() + maxMilliseconds;
  const shouldPause = () => signal?.aborted === true || performance.now() >= pauseAt;
  try {
    while (await workOnState(lease, clock, shouldPause)) {
      if (shouldPause()) break;
    }
    await releaseLease(lease);
  } catch (error) {
    if (error instanceof LeaseLost) await releaseLease(lease);
    else await recordFault(lease, error, clock);
  }
  return { programId: lease.programId, importId: lease.importId };
}

/** One state's work; false when nothing is left to do. */
async function workOnState(
  lease: NonNullable<Awaited<ReturnType<typeof takeLease>>>,
  clock: Clock,
  shouldPause: () => boolean,
): Promise<boolean> {
  switch (await readState(lease)) {
    case "staging":
      await stageLines(lease, shouldPause);
      return true;
    case "grouping":
      await groupBaskets(lease);
      return true;
    case "posting":
      await postBaskets(lease, clock, shouldPause);
      return true;
    case "done":
    case "cancelled":
      await clearImport(lease, clock);
      return false;
    default:
      return false;
  }
}
