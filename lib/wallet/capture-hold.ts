import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { newId, toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { write } from "@/lib/write";
import type { Desk } from "./desk";
import { atHold, giveBack, pinnedSlices } from "./hold-desk";
import { drawnByDay, toHoldDto } from "./hold-dto";
import { type Capture, type CaptureDto, capture } from "./hold-schema";
import { type HoldRow, type PinningHold, updateHold } from "./hold-sql";
import { planCapture } from "./plan-capture";
import { disposable, type Movement } from "./posting";
import { HoldExpired } from "./spend-errors";

/**
 * Spends points that a hold has set aside: all that it still holds, or a part. A part either ends the hold and
 * gives the rest back (`final`, the default) or leaves the rest set aside for another capture. A hold whose time
 * is up gives its points back instead, whether or not anybody has noticed before.
 * @throws Forbidden, NotFound; HoldExpired; Conflict `hold_closed`, `exceeds_hold`
 */
export async function captureHold(ctx: Ctx, holdId: string, input: Capture = {}): Promise<CaptureDto> {
  const { points, final } = capture.parse(input);
  const request = { holdId, points, final };
  // What expires is given back for good: only after the commit does the caller hear that it was too late.
  const result = await write(ctx, { permission: "points:spend", request }, (tx) =>
    atHold<CaptureDto | "expired">(tx, ctx, holdId, (desk, hold) =>
      hold.expiresAt <= desk.now
        ? expire(tx, ctx, desk, hold)
        : captureOf(tx, ctx, desk, hold, { points, final }),
    ),
  );
  if (result === "expired") throw new HoldExpired();
  return result;
}

async function expire(tx: Tx, ctx: Ctx, desk: Desk, hold: PinningHold): Promise<"expired"> {
  giveBack(desk, hold, pinnedSlices(desk, hold), { timedOut: true });
  await updateHold(tx, ctx.programId, { ...hold, state: "expired", closedAt: desk.now }, []);
  return "expired";
}

async function captureOf(
  tx: Tx,
  ctx: Ctx,
  desk: Desk,
  hold: PinningHold,
  { points, final }: { points: number | undefined; final: boolean },
): Promise<CaptureDto> {
  const { holdId, memberId, reason, reference } = hold;
  const held = Number(hold.amount - hold.captured);
  const amount = points ?? held;
  if (amount > held) {
    const left = `${held.toLocaleString("en")} ${held === 1 ? "point is" : "points are"} left`;
    throw new Conflict("exceeds_hold", `Of this hold, ${left} to capture.`);
  }
  const purse = desk.purseOf(memberId);
  const { spent, released, kept } = planCapture(pinnedSlices(desk, hold), amount, final);
  const lots = drawnByDay(purse, spent);
  const causeId = newId();
  desk.enter({
    causeId,
    memberId,
    subject: { type: "spend", reason, ...(reference !== null && { reference }), holdId },
    movements: spent.map(
      ({ lot, amount }): Movement => ({ kind: "spend", campaignId: null, amount, lot, reserved: true }),
    ),
  });
  if (released.length > 0) giveBack(desk, hold, released, { timedOut: false });
  const ends = kept.length === 0;
  const captured: HoldRow = {
    ...hold,
    captured: hold.captured + BigInt(amount),
    state: ends ? "captured" : "open",
    closedAt: ends ? desk.now : null,
  };
  await updateHold(tx, ctx.programId, captured, kept);
  await recordAudit(tx, ctx, {
    action: "hold.captured",
    target: toTypeId("hold", holdId),
    detail: { points: amount, activity: toTypeId("act", causeId) },
  });
  return {
    hold: toHoldDto(captured),
    spend: {
      causeId,
      memberId,
      points: amount,
      available: disposable(purse, desk.today),
      reason,
      reference,
      spentAt: desk.now.toISOString(),
      lots,
    },
  };
}
