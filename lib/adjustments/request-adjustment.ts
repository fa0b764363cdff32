import "server-only";
import { recordAudit } from "@/lib/audit";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { localDay } from "@/lib/core/calendar";
import { Conflict, Invalid } from "@/lib/core/errors";
import { newId, toTypeId } from "@/lib/core/ids";
import { readMember } from "@/lib/members";
import { type ProgramDto, readProgram } from "@/lib/programs";
import { write } from "@/lib/write";
import { toAdjustmentDto } from "./adjustment-row";
import { examineAlone } from "./examine-alone";
import { postAdjustment } from "./post-adjustment";
import { type AdjustmentDto, type AdjustmentInput, adjustmentInput } from "./schema";

/**
 * Gives points to a member, or takes some, by hand. Above the program's thresholds the adjustment waits for a second
 * person, also where it is what the same person has adjusted in the last 24 hours that takes it there; otherwise it is
 * posted at once.
 * @throws Forbidden, NotFound; Invalid for an unknown point type or a last day that is over or of a debit;
 *   Conflict `member_closed`, or `insufficient_points` when a debit is more than the member can dispose of
 */
export async function requestAdjustment(
  ctx: Ctx,
  memberId: string,
  input: AdjustmentInput,
): Promise<AdjustmentDto> {
  const parsed = adjustmentInput.parse(input);
  const spec = { permission: "points:adjust", request: { memberId, ...parsed } } as const;
  return write(ctx, spec, async (tx) => {
    const program = await readProgram(ctx.programId, tx);
    const { status } = await readMember({ ...ctx, tx, actor: { kind: "member", memberId } }, memberId);
    if (status === "closed") {
      throw new Conflict("member_closed", "This member has left; their points stay as they are.");
    }
    const { points, reason, note, expiresOn } = parsed;
    const pointType = pointTypeOf(program, parsed.pointType);
    if (expiresOn !== undefined) checkExpiry(points, expiresOn, localDay(ctx.clock.now(), program.timeZone));

    const alone = await examineAlone(tx, ctx, program, { memberId, points });
    const needsApproval = alone !== null;
    const row = await tx.adjustment.create({
      data: {
        programId: ctx.programId,
        adjustmentId: newId(),
        memberId,
        pointTypeNo: pointType.pointTypeNo,
        points,
        reason,
        note: note || null,
        expiresOn: expiresOn === undefined ? null : new Date(expiresOn),
        state: needsApproval ? "pending" : "posted",
        needsApproval,
        aloneCount: alone?.count ?? 0,
        alonePoints: alone?.points ?? 0,
        requestedBy: actorRef(ctx.actor),
        requestedAt: ctx.clock.now(),
      },
    });
    await recordAudit(tx, ctx, {
      action: needsApproval ? "adjustment.requested" : "adjustment.posted",
      target: toTypeId("adj", row.adjustmentId),
      detail: { member: toTypeId("mem", memberId), pointType: pointType.code, points },
    });
    if (!needsApproval) await postAdjustment(tx, ctx, row);
    return toAdjustmentDto(tx, row);
  });
}

function pointTypeOf({ pointType: usual, pointTypes }: ProgramDto, code: string | undefined) {
  if (code === undefined) return usual;
  const pointType = pointTypes.find((type) => type.code === code);
  if (pointType) return pointType;
  const codes = pointTypes.map((type) => type.code).join(", ");
  const detail = `The program has no point type “${code}”. It has: ${codes}.`;
  throw new Invalid(detail, [{ pointer: "/pointType", code: "unknown_point_type", detail }]);
}

function checkExpiry(points: number, expiresOn: string, today: string): void {
  if (points < 0) throw refusedExpiry("A debit has no last day of use.");
  if (expiresOn < today) throw refusedExpiry("This day is over.");
}

function refusedExpiry(detail: string): Invalid {
  return new Invalid(detail, [{ pointer: "/expiresOn", code: "invalid_expiry", detail }]);
}
