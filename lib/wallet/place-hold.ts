import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Invalid } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { readProgram } from "@/lib/programs";
import { write } from "@/lib/write";
import { atDesk } from "./desk";
import { toHoldDto } from "./hold-dto";
import { type HoldDto, type NewHold, newHold } from "./hold-schema";
import { requireSpender } from "./require-spender";
import { setAside } from "./set-aside";

const MINUTE_MS = 60_000;

/**
 * Sets points of a member aside, soonest expiry first: nothing else can draw them until they are captured or
 * released, or the time is up. A lot whose last day passes meanwhile stays capturable.
 * @throws Forbidden, NotFound; InsufficientPoints; Invalid where it would last longer than the program allows;
 * Conflict `member_blocked`, `member_closed`
 */
export async function placeHold(ctx: Ctx, memberId: string, input: NewHold): Promise<HoldDto> {
  const { points, reason, reference, minutes } = newHold.parse(input);
  const request = { memberId, ...input };
  return write(ctx, { permission: "points:spend", request }, async (tx) => {
    const { ledgerPolicy } = await readProgram(ctx.programId, tx);
    const expiresAt = endOf(ctx, minutes ?? null, ledgerPolicy.holds);
    const { lane } = await requireSpender(tx, ctx, memberId);
    return atDesk(tx, ctx, { memberId, lane }, async (desk) => {
      const hold = await setAside(tx, ctx.programId, desk, {
        memberId,
        lane,
        points,
        reason,
        reference: reference ?? null,
        expiresAt,
        redemptionId: null,
      });
      await recordAudit(tx, ctx, {
        action: "hold.placed",
        target: toTypeId("hold", hold.holdId),
        detail: { points },
      });
      return toHoldDto(hold);
    });
  });
}

function endOf(
  { clock }: Ctx,
  minutes: number | null,
  { defaultMinutes, longestMinutes }: { defaultMinutes: number; longestMinutes: number },
): Date {
  const lasting = minutes ?? Math.min(defaultMinutes, longestMinutes);
  if (lasting > longestMinutes) {
    const detail = `A hold lasts ${longestMinutes.toLocaleString("en")} minutes at most in this program.`;
    throw new Invalid(detail, [{ pointer: "/minutes", code: "too_big", detail }]);
  }
  return new Date(clock.now().getTime() + lasting * MINUTE_MS);
}
