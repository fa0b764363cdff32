import "server-only";
import { systemCtx } from "@/lib/auth/context";
import { countersInPreparation, publishPrepared } from "@/lib/campaigns";
import { type Clock, systemClock } from "@/lib/core/clock";
import { countPage } from "./count-page";
import { PageSize } from "./page-size";

type Preparation = {
  programId: string;
  clock?: Clock;
  /** Begins no page later than this. */
  maxMilliseconds?: number;
  signal?: AbortSignal;
};

/**
 * Counts the history that launched campaigns of the program wait for, and puts them into force when it is there. Each
 * page of members is a transaction of its own that moves the lane's mark on: whoever is cut short loses a page, several
 * may work on one program, and purchases go on being posted.
 * @returns whether nothing is left to prepare
 */
export async function prepareHistory({
  programId,
  clock = systemClock,
  maxMilliseconds = Number.POSITIVE_INFINITY,
  signal,
}: Preparation): Promise<boolean> {
  const ctx = systemCtx(programId, "preparation", clock);
  const { counters, lanes } = await countersInPreparation(ctx);
  const deadline = performance.now() + maxMilliseconds;
  const size = new PageSize();
  for (const lane of lanes) {
    for (let isDone = false; !isDone; ) {
      if (signal?.aborted || performance.now() > deadline) return false;
      isDone = await size.time((members) => countPage(programId, lane, counters, members));
    }
  }
  await publishPrepared(ctx);
  return true;
}
