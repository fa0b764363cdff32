import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { type Closing, type RedemptionDto, readPaymentOf, toRedemptionDto } from "@/lib/redemptions";
import { closing } from "@/lib/redemptions/schema";
import { write } from "@/lib/write";
import { atRedemption } from "./at-redemption";
import { endUnderWay } from "./end-under-way";
import { requireHandler } from "./require-handler";
import { tellMember } from "./tell-member";

/**
 * Says that a redemption under way cannot be fulfilled: everything goes back, as when it is called off.
 * @throws Forbidden, NotFound; RedemptionStateConflict
 */
export async function failRedemption(ctx: Ctx, redemptionId: string, input: Closing): Promise<RedemptionDto> {
  const { reason } = closing.parse(input);
  return write(ctx, { permission: null, request: { fail: redemptionId, reason } }, (tx) =>
    atRedemption(tx, ctx, redemptionId, async (handling) => {
      const { file } = handling;
      requireHandler(ctx, file.row);
      file.row.closingNote = reason;
      file.move("fail", "failed", { note: reason });
      await endUnderWay(handling);
      await tellMember(handling);
      return toRedemptionDto(ctx, file.row, await readPaymentOf(tx, ctx.programId, redemptionId));
    }),
  );
}
