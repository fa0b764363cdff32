import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { makeRichLedger, type RichLedger } from "@/lib/testing/rich-ledger";
import { readActivity } from "./queries";
import { ACTIVITY_KINDS, type ActivityKind } from "./schema";

let ledger: RichLedger;
beforeAll(async () => {
  ledger = await makeRichLedger();
});

/** Which entries each list is to have, by what the entry is and whether it moved anything. */
const EXPECTED: Record<ActivityKind | "all", (kind: string, transfers: number) => boolean> = {
  all: (kind, transfers) => transfers > 0 || ["hold", "release"].includes(kind),
  earned: (kind, transfers) => transfers > 0 && ["purchase", "custom", "activation"].includes(kind),
  returned: (kind) => ["return", "reversal"].includes(kind),
  spent: (kind) => ["hold", "release", "spend"].includes(kind),
  expired: (kind) => kind === "expiry",
  transferred: (kind) => ["transfer_out", "transfer_in", "pool_out", "pool_in"].includes(kind),
  adjusted: (kind) => kind === "adjustment",
};

test.each(["all", ...ACTIVITY_KINDS] as const)(
  "every page of %s has its entries, once, the newest first",
  async (kind) => {
    const { ctx, programId, memberId } = ledger;
    const entries = await db().decision.findMany({
      where: { programId, memberId },
      orderBy: { entryNo: "desc" },
    });
    const wanted = entries.filter((entry) => EXPECTED[kind](entry.kind, entry.transfers));
    for (const limit of [1, 2, 3, 100]) {
      const seen: { causeId: string; points: number; balanceAfter: number }[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof readActivity>> = await readActivity(ctx, memberId, {
          limit,
          ...(cursor !== null && { cursor }),
          ...(kind !== "all" && { kind }),
        });
        expect(page.items.length).toBeLessThanOrEqual(limit);
        seen.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen.map(({ causeId, points, balanceAfter }) => ({ causeId, points, balanceAfter }))).toEqual(
        wanted.map((entry) => ({
          causeId: entry.causeId,
          points: Number(entry.delta),
          balanceAfter: Number(entry.balanceAfter),
        })),
      );
    }
  },
);
