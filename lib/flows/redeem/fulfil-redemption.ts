import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { type FulfilmentInput, type RedemptionDto, readPaymentOf, toRedemptionDto } from "@/lib/redemptions";
import { fulfilment } from "@/lib/redemptions/schema";
import { write } from "@/lib/write";
import { atRedemption } from "./at-redemption";
import { complete } from "./complete";
import { requireHandler } from "./require-handler";
import { stepDetail } from "./step-detail";

/**
 * Says that the member has what they redeemed: the points that were set aside are spent, and a code that comes with
 * it becomes their voucher.
 * @throws Forbidden, NotFound; RedemptionStateConflict; Conflict `redemption_expired`, `code_taken`
 */
export async function fulfilRedemption(
  ctx: Ctx,
  redemptionId: string,
  input: FulfilmentInput = {},
): Promise<RedemptionDto> {
  const done = fulfilment.parse(input);
  return write(ctx, { permission: null, request: { fulfil: redemptionId, ...done } }, (tx) =>
    atRedemption(tx, ctx, redemptionId, async (handling) => {
      const { file, desk } = handling;
      const { row } = file;
      requireHandler(ctx, row);
      file.require("fulfil");
      if (row.expiresAt !== null && row.expiresAt <= desk.now) {
        throw new Conflict("redemption_expired", "Its time is up, and the points go back to the member.");
      }
      row.partnerReference = done.partnerReference ?? row.partnerReference;
      const code =
        done.code === undefined ? null : { code: done.code, expiresOn: done.codeExpiresOn ?? null };
      await complete(handling, { code, detail: stepDetail(done) });
      return toRedemptionDto(ctx, row, await readPaymentOf(tx, ctx.programId, redemptionId));
    }),
  );
}
