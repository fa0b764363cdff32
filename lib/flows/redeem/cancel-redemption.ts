import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import {
  type Cancellation,
  type RedemptionDto,
  readPaymentOf,
  requireReader,
  toRedemptionDto,
} from "@/lib/redemptions";
import { cancellation, canMemberCancel } from "@/lib/redemptions/schema";
import { write } from "@/lib/write";
import { atRedemption } from "./at-redemption";
import { endUnderWay } from "./end-under-way";
import { requireHandler } from "./require-handler";
import { tellMember } from "./tell-member";

/**
 * Calls a redemption off that is under way: its points are the member's again, the item is back in stock, and money
 * goes back. Members can until somebody is at work on it; the program and the partner can until it is fulfilled.
 * @throws Forbidden, NotFound; Conflict `redemption_accepted`; RedemptionStateConflict
 */
export async function cancelRedemption(
  ctx: Ctx,
  redemptionId: string,
  input: Cancellation = {},
): Promise<RedemptionDto> {
  const { reason = null } = cancellation.parse(input);
  return write(ctx, { permission: null, request: { cancel: redemptionId, reason } }, (tx) =>
    atRedemption(tx, ctx, redemptionId, async (handling) => {
      const { file } = handling;
      const { row } = file;
      if (ctx.actor.kind !== "member") requireHandler(ctx, row);
      else requireReader(ctx, row);
      file.require("cancel");
      if (ctx.actor.kind === "member" && !canMemberCancel(row.state, row.acceptedAt)) {
        throw new Conflict(
          "redemption_accepted",
          "Somebody is at work on this already. Ask them to call it off.",
        );
      }
      row.closingNote = reason;
      file.move("cancel", "cancelled", reason === null ? {} : { note: reason });
      await endUnderWay(handling);
      await tellMember(handling);
      return toRedemptionDto(ctx, row, await readPaymentOf(tx, ctx.programId, redemptionId));
    }),
  );
}
