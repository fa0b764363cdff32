import "server-only";
import { recordAudit } from "@/lib/audit";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { type Day, localDay } from "@/lib/core/calendar";
import { AppError, Conflict, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import { write } from "@/lib/write";
import { findVoucher, type VoucherRow } from "./find-voucher";
import { toVoucherDto } from "./queries";
import { type VoucherDto, type VoucherState, type VoucherUse, voucherUse } from "./schema";
import { closeVoucher } from "./voucher-sql";

/**
 * Takes a voucher at the counter, once: of two who try at the same time one gets it. Until the end of its last day
 * in the program's time zone it counts, even where the day's close is late. A voucher of certain stores is taken in
 * these only, by whoever says where they are.
 * @param typed the code as it is typed or scanned
 * @throws Forbidden; NotFound; Conflict `voucher_used`, `voucher_expired`, `voucher_withdrawn`, `voucher_wrong_store`
 */
export async function useVoucher(ctx: Ctx, typed: string, input: VoucherUse = {}): Promise<VoucherDto> {
  const { reference = null, store = null } = voucherUse.parse(input);
  const request = { code: typed.trim(), reference, store };
  return write(ctx, { permission: "vouchers:use", request }, async (tx) => {
    const { programId } = ctx;
    const now = ctx.clock.now();
    const { timeZone } = await recallProgram(programId, tx);
    const today = localDay(now, timeZone);
    const { voucherId, stores } = await requireVoucher(tx, programId, typed);
    const isStoreRight = stores.length === 0 || (store !== null && stores.includes(store));
    const usedBy = actorRef(ctx.actor);
    const isTaken =
      isStoreRight &&
      (await closeVoucher(tx, programId, { voucherId, today, now, reference, store, usedBy }));
    const voucher = await readVoucher(tx, programId, voucherId, today);
    if (!isTaken) throw refusal(voucher, store);
    await recordAudit(tx, ctx, {
      action: "voucher.used",
      target: toTypeId("vou", voucher.voucherId),
      detail: { member: toTypeId("mem", voucher.memberId), name: voucher.name, costMinor: voucher.costMinor },
    });
    return voucher;
  });
}

async function requireVoucher(tx: Tx, programId: string, typed: string): Promise<VoucherRow> {
  const found = await findVoucher(tx, programId, typed);
  if (found === null) throw new NotFound("voucher");
  return found;
}

async function readVoucher(tx: Tx, programId: string, voucherId: string, today: Day): Promise<VoucherDto> {
  const row = await tx.voucher.findUniqueOrThrow({
    where: { programId_voucherId: { programId, voucherId } },
  });
  return toVoucherDto(row, today);
}

const REFUSALS: Record<Exclude<VoucherState, "issued">, string> = {
  used: "This voucher has been used already.",
  expired: "This voucher has expired.",
  withdrawn: "This voucher was taken back.",
};

function refusal({ state, stores }: VoucherDto, store: string | null): AppError {
  if (state !== "issued") return new Conflict(`voucher_${state}`, REFUSALS[state]);
  if (stores.length > 0 && !(store !== null && stores.includes(store))) return new WrongStore(stores);
  // What is still issued and could not be taken was taken and given back in the meantime; it can be tried again.
  return new Conflict("voucher_busy", "Somebody else is at this voucher. Try again.");
}

/** Other stores take the voucher; the problem names them. */
export class WrongStore extends AppError {
  constructor(stores: readonly string[]) {
    const list = stores.join(", ");
    super({
      code: "voucher_wrong_store",
      status: 409,
      message: "the voucher is for other stores",
      publicMessage: `This voucher is taken in these stores only: ${list}.`,
      extensions: { stores: list },
    });
  }
}
