import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { withdrawVoucher } from "@/lib/benefits";
import { present } from "@/lib/core/assert";
import { Conflict } from "@/lib/core/errors";
import { type RedemptionDto, readPaymentOf, type TakingBack, toRedemptionDto } from "@/lib/redemptions";
import { takingBack } from "@/lib/redemptions/schema";
import { giveStockBack } from "@/lib/rewards";
import { readEntry } from "@/lib/wallet";
import { write } from "@/lib/write";
import { undoSpend } from "../reverse-entry";
import { atRedemption, type Handling } from "./at-redemption";
import { giveMoneyBack } from "./end-under-way";
import { tellMember } from "./tell-member";

/**
 * Takes a fulfilled redemption back: the points go back to the lots that they came from, with the program's grace
 * where these have lapsed; a voucher that has not been used is withdrawn; money goes back; a counted item is in stock
 * again unless `restock` says no. One whose voucher has been used stands, unless an owner or administrator forces it:
 * then the voucher stays used.
 * @throws Forbidden, NotFound; RedemptionStateConflict; Conflict `voucher_used`
 */
export async function reverseRedemption(
  ctx: Ctx,
  redemptionId: string,
  input: TakingBack,
): Promise<RedemptionDto> {
  const { reason, restock, force } = takingBack.parse(input);
  if (force) requirePermission(ctx, "program:manage");
  const request = { reverse: redemptionId, reason, restock, force };
  return write(ctx, { permission: "redemptions:reverse", request }, (tx) =>
    atRedemption(tx, ctx, redemptionId, async (handling) => {
      const { file, desk } = handling;
      const { row } = file;
      file.move("reverse", "reversed", { note: reason });
      row.closingNote = reason;
      if (row.spendId !== null) {
        const entry = present(await readEntry(tx, ctx.programId, row.spendId), "what was spent is kept");
        await undoSpend(tx, ctx, desk, entry, reason);
      }
      await takeVoucherBack(handling, force);
      if (restock && row.reward.isCounted) await giveStockBack(tx, ctx.programId, row.rewardId);
      await giveMoneyBack(handling);
      await tellMember(handling);
      return toRedemptionDto(ctx, row, await readPaymentOf(tx, ctx.programId, redemptionId));
    }),
  );
}

async function takeVoucherBack({ tx, ctx, desk, file }: Handling, force: boolean): Promise<void> {
  const { voucherId } = file.row;
  if (voucherId === null) return;
  if (await withdrawVoucher(tx, ctx.programId, voucherId, desk.now)) {
    file.note("voucher_withdrawn");
    return;
  }
  const key = { programId: ctx.programId, voucherId };
  const { state } = await tx.voucher.findUniqueOrThrow({ where: { programId_voucherId: key } });
  if (state !== "used") return;
  if (!force) {
    throw new Conflict("voucher_used", "Its voucher has been used, so it cannot simply be taken back.");
  }
  file.note("voucher_kept");
}
