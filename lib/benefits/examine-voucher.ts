import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { localDay } from "@/lib/core/calendar";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import { findVoucher } from "./find-voucher";
import { toVoucherDto } from "./queries";
import type { VoucherCheck } from "./schema";

/**
 * What a voucher is good for, without using it: at this counter, now.
 * @param store code of the store; absent: the voucher is only looked at
 * @throws Forbidden; NotFound
 */
export async function examineVoucher(ctx: Ctx, typed: string, store?: string): Promise<VoucherCheck> {
  requirePermission(ctx, "vouchers:use");
  const tx = ctx.tx ?? db();
  const row = await findVoucher(tx, ctx.programId, typed);
  if (row === null) throw new NotFound("voucher");
  const { timeZone } = await recallProgram(ctx.programId, tx);
  const voucher = toVoucherDto(row, localDay(ctx.clock.now(), timeZone));
  const isElsewhere = store !== undefined && voucher.stores.length > 0 && !voucher.stores.includes(store);
  const verdict = voucher.state === "issued" ? (isElsewhere ? "wrong_store" : "valid") : voucher.state;
  return { verdict, voucher };
}
