import type { Ctx } from "@/lib/auth/context";
import type { SqlTx } from "@/lib/db";
import { emit } from "@/lib/outbox";
import { notify } from "./posting-sql";
import { LIVE_CHANNEL, POINTS_POSTED, type PostedItem } from "./schema";

/** Tells those who look on, at commit, what moved members' points: one outbox row for a whole batch. */
export async function announcePoints(
  tx: SqlTx,
  ctx: Pick<Ctx, "programId" | "clock">,
  items: PostedItem[],
): Promise<void> {
  if (items.length === 0) return;
  await emit(tx, ctx, POINTS_POSTED, { items });
  await notify(tx, LIVE_CHANNEL, ctx.programId);
}
