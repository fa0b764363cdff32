import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { present } from "@/lib/core/assert";
import { Invalid } from "@/lib/core/errors";
import { newId, toTypeId } from "@/lib/core/ids";
import { readProgram, SPENDABLE_POINT_TYPE } from "@/lib/programs";
import { write } from "@/lib/write";
import { atDesk } from "./desk";
import { toHoldDto } from "./hold-dto";
import { type HoldDto, type NewHold, newHold } from "./hold-schema";
import { type HoldRow, insertHold } from "./hold-sql";
import { disposable, NEVER, planDraw } from "./posting";
import { requireSpender } from "./require-spender";
import { InsufficientPoints } from "./spend-errors";

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
      const purse = desk.purseOf(memberId);
      const slices = planDraw(purse, points, desk.today);
      if (slices === null) throw new InsufficientPoints(points, disposable(purse, desk.today));
      const hold: HoldRow = {
        holdId: newId(),
        memberId,
        lane,
        amount: BigInt(points),
        captured: 0n,
        state: "open",
        reason,
        reference: reference ?? null,
        createdAt: desk.now,
        expiresAt,
        closedAt: null,
      };
      const accountId = present(purse.availableAccount, "what is drawn is available");
      const lots = slices.map((slice) => ({
        ...slice,
        expiresOn: purse.lots?.find(({ lotNo }) => lotNo === slice.lot.lotNo)?.expiresOn ?? NEVER,
      }));
      desk.book.reserve(purse, slices);
      desk.enter({
        causeId: hold.holdId,
        memberId,
        subject: { type: "hold", reason, points, expiresAt: expiresAt.toISOString() },
        movements: [],
      });
      await insertHold(tx, ctx.programId, { ...hold, accountId, pointTypeNo: SPENDABLE_POINT_TYPE }, lots);
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
