import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { type Progress, type RedemptionDto, readPaymentOf, toRedemptionDto } from "@/lib/redemptions";
import { progress } from "@/lib/redemptions/schema";
import { postponeForRedemption } from "@/lib/wallet";
import { write } from "@/lib/write";
import { atRedemption } from "./at-redemption";
import { reservedUntil } from "./deadlines";
import { requireHandler } from "./require-handler";
import { stepDetail } from "./step-detail";

/**
 * Says that somebody is at work on a redemption. From now on its member cannot call it off, and its time begins anew.
 * @throws Forbidden, NotFound; RedemptionStateConflict
 */
export function acceptRedemption(
  ctx: Ctx,
  redemptionId: string,
  input: Progress = {},
): Promise<RedemptionDto> {
  return report(ctx, redemptionId, "accept", input);
}

/** Says that it is on its way to the member; the same holds. @throws as acceptRedemption */
export function shipRedemption(ctx: Ctx, redemptionId: string, input: Progress = {}): Promise<RedemptionDto> {
  return report(ctx, redemptionId, "ship", input);
}

const STEP = { accept: "accepted", ship: "shipped" } as const;

async function report(
  ctx: Ctx,
  redemptionId: string,
  command: keyof typeof STEP,
  input: Progress,
): Promise<RedemptionDto> {
  const told = progress.parse(input);
  return write(ctx, { permission: null, request: { [command]: redemptionId, ...told } }, (tx) =>
    atRedemption(tx, ctx, redemptionId, async ({ file, desk, program }) => {
      const { row } = file;
      requireHandler(ctx, row);
      file.move(command, STEP[command], stepDetail(told));
      row.acceptedAt ??= desk.now;
      if (command === "ship") row.shippedAt ??= desk.now;
      row.partnerReference = told.partnerReference ?? row.partnerReference;
      row.expiresAt = reservedUntil(row, program, desk.now);
      if (row.holdId !== null) await postponeForRedemption(tx, ctx.programId, row.holdId, row.expiresAt);
      return toRedemptionDto(ctx, row, await readPaymentOf(tx, ctx.programId, redemptionId));
    }),
  );
}
