import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { useVoucher as spendVoucher, undoVoucherUse } from "@/lib/benefits";
import type { VoucherDto } from "@/lib/benefits/schema";
import { noteAction, noteUndone } from "./action-log";

/**
 * Takes a voucher at the counter, once for each key.
 * @throws what `useVoucher` throws
 */
export async function takeAtCounter(
  ctx: Ctx,
  code: string,
  { store, key }: { store: string | undefined; key: string },
): Promise<VoucherDto> {
  const once: Ctx = { ...ctx, idempotencyKey: key, operation: "counter.voucher" };
  const voucher = await spendVoucher(once, code, store === undefined ? {} : { store });
  await noteAction(ctx, {
    actionId: key,
    at: ctx.clock.now(),
    kind: "voucher_used",
    memberId: voucher.memberId,
    name: voucher.name,
    subjectId: voucher.voucherId,
  });
  return voucher;
}

/**
 * Takes the use of a voucher back.
 * @throws what `undoVoucherUse` throws
 */
export async function giveBackAtCounter(ctx: Ctx, code: string): Promise<VoucherDto> {
  const voucher = await undoVoucherUse(ctx, code);
  await noteUndone(ctx, { subjectId: voucher.voucherId });
  return voucher;
}
