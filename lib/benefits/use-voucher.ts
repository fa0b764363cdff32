import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { type Day, localDay } from "@/lib/core/calendar";
import { Conflict, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import { write } from "@/lib/write";
import { toVoucherDto } from "./queries";
import { type VoucherDto, type VoucherState, type VoucherUse, voucherUse } from "./schema";
import { readVoucherCode } from "./voucher-code";
import { closeVoucher } from "./voucher-sql";

/**
 * Takes a voucher at the counter, once: of two who try at the same time one gets it. Until the end of its last day
 * in the program's time zone it counts, even where the day's close is late.
 * @param typed the code as it is typed or scanned
 * @throws Forbidden; NotFound; Conflict `voucher_used`, `voucher_expired`, `voucher_withdrawn`
 */
export async function useVoucher(ctx: Ctx, typed: string, input: VoucherUse = {}): Promise<VoucherDto> {
  const { reference } = voucherUse.parse(input);
  const code = readVoucherCode(typed);
  if (code === null) throw new NotFound("voucher");
  return write(ctx, { permission: "vouchers:use", request: { code, reference } }, async (tx) => {
    const { programId } = ctx;
    const now = ctx.clock.now();
    const { timeZone } = await recallProgram(programId, tx);
    const today = localDay(now, timeZone);
    const isTaken = await closeVoucher(tx, programId, { code, today, now, reference: reference ?? null });
    const voucher = await findVoucher(tx, programId, code, today);
    if (!isTaken) throw refusal(voucher);
    await recordAudit(tx, ctx, {
      action: "voucher.used",
      target: toTypeId("vou", voucher.voucherId),
      detail: { member: toTypeId("mem", voucher.memberId), name: voucher.name, costMinor: voucher.costMinor },
    });
    return voucher;
  });
}

async function findVoucher(tx: Tx, programId: string, code: string, today: Day): Promise<VoucherDto> {
  const row = await tx.voucher.findUnique({ where: { programId_code: { programId, code } } });
  if (row === null) throw new NotFound("voucher");
  return toVoucherDto(row, today);
}

const REFUSALS: Record<Exclude<VoucherState, "issued">, string> = {
  used: "This voucher has been used already.",
  expired: "This voucher has expired.",
  withdrawn: "This voucher was taken back with the purchase that it came with.",
};

function refusal({ state }: VoucherDto): Conflict {
  // What is still issued and could not be taken was taken and given back in the meantime; it can be tried again.
  if (state === "issued") return new Conflict("voucher_busy", "Somebody else is at this voucher. Try again.");
  return new Conflict(`voucher_${state}`, REFUSALS[state]);
}
