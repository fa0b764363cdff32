import { systemCtx } from "@/lib/auth/context";
import { fixedClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { withTx } from "@/lib/db";
import { Desk, type LotTerms, loadPurses, lockLane } from "@/lib/wallet";

export type Gift = {
  member: { memberId: string; lane: number };
  points: number;
  terms: LotTerms;
  pointTypeNo?: number;
};

/** Credits points with terms of the test's own, whatever the program's policies say; one transaction a lane. */
export async function giveLots(programId: string, gifts: readonly Gift[], at: Date): Promise<void> {
  const ctx = systemCtx(programId, "test", fixedClock(at));
  for (const lane of new Set(gifts.map(({ member }) => member.lane))) {
    const own = gifts.filter(({ member }) => member.lane === lane);
    await withTx(ctx, async (tx) => {
      const locked = await lockLane(tx, programId, lane);
      const members = [...new Set(own.map(({ member }) => member.memberId))];
      const desk = new Desk(locked, await loadPurses(tx, locked, members, { of: members }), at);
      for (const { member, points, terms, pointTypeNo = 1 } of own) {
        desk.enter({
          causeId: newId(),
          memberId: member.memberId,
          subject: { type: "adjustment", reason: "A gift" },
          movements: [{ kind: "credit", campaignId: null, amount: points, terms }],
          pointTypeNo,
        });
      }
      await desk.close(tx, ctx);
    });
  }
}
