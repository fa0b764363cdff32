import "server-only";
import { recordAudit } from "@/lib/audit";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { localDay } from "@/lib/core/calendar";
import { Conflict, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { recallProgram } from "@/lib/programs";
import { write } from "@/lib/write";
import { findVoucher } from "./find-voucher";
import { toVoucherDto } from "./queries";
import type { VoucherDto } from "./schema";
import { reopenVoucher } from "./voucher-sql";

/** How long whoever used a voucher by mistake can take that back. */
export const UNDO_MINUTES = 10;

/**
 * Takes back the use of a voucher, for whoever used it and within ten minutes: a mistake at the counter.
 * Nothing else opens a voucher again; the database sees to that.
 * @throws Forbidden; NotFound; Conflict `voucher_not_yours_to_undo`
 */
export async function undoVoucherUse(ctx: Ctx, typed: string): Promise<VoucherDto> {
  return write(ctx, { permission: "vouchers:use", request: { undo: typed.trim() } }, async (tx) => {
    const { programId } = ctx;
    const now = ctx.clock.now();
    const { timeZone } = await recallProgram(programId, tx);
    const found = await findVoucher(tx, programId, typed);
    if (found === null) throw new NotFound("voucher");
    const { voucherId } = found;
    const usedBy = actorRef(ctx.actor);
    const after = new Date(now.getTime() - UNDO_MINUTES * 60_000);
    if (!(await reopenVoucher(tx, programId, { voucherId, usedBy, after }))) {
      throw new Conflict(
        "voucher_not_yours_to_undo",
        `Only who has used a voucher can take that back, and within ${UNDO_MINUTES} minutes.`,
      );
    }
    await recordAudit(tx, ctx, { action: "voucher.use_undone", target: toTypeId("vou", voucherId) });
    const row = await tx.voucher.findUniqueOrThrow({
      where: { programId_voucherId: { programId, voucherId } },
    });
    return toVoucherDto(row, localDay(now, timeZone));
  });
}
