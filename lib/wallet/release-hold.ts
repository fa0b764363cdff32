import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { atHold, giveBack, pinnedSlices } from "./hold-desk";
import { toHoldDto } from "./hold-dto";
import type { HoldDto } from "./hold-schema";
import { type HoldRow, updateHold } from "./hold-sql";

/**
 * Gives the points of an open hold back to its member. One whose time is up ends as expired.
 * @throws Forbidden, NotFound; Conflict `hold_closed`
 */
export async function releaseHold(ctx: Ctx, holdId: string): Promise<HoldDto> {
  return write(ctx, { permission: "points:spend", request: { holdId } }, (tx) =>
    atHold(tx, ctx, holdId, async (desk, hold) => {
      const timedOut = hold.expiresAt <= desk.now;
      giveBack(desk, hold, pinnedSlices(desk, hold), { timedOut });
      const released: HoldRow = {
        ...hold,
        state: timedOut ? "expired" : "released",
        closedAt: desk.now,
      };
      await updateHold(tx, ctx.programId, released, []);
      await recordAudit(tx, ctx, {
        action: "hold.released",
        target: toTypeId("hold", holdId),
        detail: { points: Number(hold.amount - hold.captured) },
      });
      return toHoldDto(released);
    }),
  );
}
