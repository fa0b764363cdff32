import "server-only";
import { systemCtx } from "@/lib/auth/context";
import { type Clock, systemClock } from "@/lib/core/clock";
import { db, withTx } from "@/lib/db";
import { type DueRedemption, findDueRedemptions } from "@/lib/redemptions";
import { isUnderWay } from "@/lib/redemptions/schema";
import { atRedemption } from "./at-redemption";
import { endUnderWay } from "./end-under-way";
import { tellMember } from "./tell-member";

/** Most redemptions of a program that one look takes. */
const MAX_AT_ONCE = 200;

/**
 * Ends redemptions whose time is up, each in one transaction with its hold: the points go back, the item is in stock
 * again, and money goes back. One that moves on meanwhile is left alone.
 * @param only this program alone; absent: all of them
 * @returns how many ended; less than were due where there are very many, so call again until there are none
 */
export async function expireRedemptions(
  clock: Clock = systemClock,
  only: { programId?: string; limit?: number } = {},
): Promise<number> {
  const { programId = null, limit = MAX_AT_ONCE } = only;
  let ended = 0;
  for (const due of await findDueRedemptions(db(), clock.now(), limit, programId)) {
    if (await expire(due, clock)) ended += 1;
  }
  return ended;
}

function expire({ programId, redemptionId }: DueRedemption, clock: Clock): Promise<boolean> {
  const ctx = systemCtx(programId, "redemptions", clock);
  return withTx(ctx, (tx) =>
    atRedemption(tx, ctx, redemptionId, async (handling) => {
      const { file, desk } = handling;
      const { expiresAt } = file.row;
      if (!isUnderWay(file.row.state) || expiresAt === null || expiresAt > desk.now) return false;
      file.move("fail", "timed_out");
      await endUnderWay(handling, { timedOut: true });
      await tellMember(handling);
      return true;
    }),
  );
}
