import "server-only";
import { log } from "@/lib/config/log";
import { present } from "@/lib/core/assert";
import type { Clock } from "@/lib/core/clock";
import {
  type DueFault,
  type FaultKey,
  listDueFaults,
  postponeFault,
  readDueFault,
  settleFault,
} from "@/lib/day-runs";
import { db, withTx } from "@/lib/db";
import { lockLane } from "@/lib/wallet";
import { closingDay } from "./day";
import { faultInWords } from "./fault-in-words";
import { STEPS } from "./steps";

/**
 * Does what was set aside of days and is due to be tried again: of each member the oldest first, as of the day that it
 * belongs to. What fails again is put off, and keeps what comes after it waiting.
 * @returns how many pieces of work were done
 */
export async function settleSetAside(
  clock: Clock,
  { programId, isOver }: { programId: string | null; isOver: () => boolean | undefined },
): Promise<number> {
  for (let settled = 0; ; ) {
    const before = settled;
    for (const due of await listDueFaults(db(), programId, clock.now())) {
      if (isOver()) return settled;
      if (await settleOldest(due, clock)) settled += 1;
    }
    if (settled === before) return settled;
  }
}

async function settleOldest(due: DueFault, clock: Clock): Promise<boolean> {
  let fault: FaultKey | null = null;
  try {
    return await withTx({}, async (tx) => {
      const lane = await lockLane(tx, due.programId, due.lane);
      fault = await readDueFault(tx, due, clock.now());
      if (fault === null) return false;
      const { step, day, party, pointTypeNo } = fault;
      const workFor = present(
        STEPS.find(({ name }) => name === step)?.workFor,
        "only work of members is set aside",
      );
      const counts = await workFor(tx, closingDay(due, day, clock), lane, [{ party, pointTypeNo }]);
      await settleFault(tx, fault, counts, clock.now());
      return true;
    });
  } catch (error) {
    log().error({ ...(fault ?? due), err: error }, "a member's part in the close of a day failed again");
    if (fault !== null) await postponeFault(db(), fault, faultInWords(error), clock.now());
    return false;
  }
}
