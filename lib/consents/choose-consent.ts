import "server-only";
import { recordAudit } from "@/lib/audit";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { Conflict, NotFound } from "@/lib/core/errors";
import { newId, toTypeId } from "@/lib/core/ids";
import { noteConsent } from "@/lib/members";
import { recallProgram } from "@/lib/programs";
import { write } from "@/lib/write";
import { readPurposes, wordingOf } from "./purposes";
import type { ConsentChoice, ConsentWay } from "./schema";

/**
 * A member agrees to a purpose or takes it back, or somebody notes it for them who may change members. What stands is
 * on the member's row; the history keeps every choice with the wording that was read, for good.
 * @param locale in which they read it; absent: the member's, else the program's
 * @throws Forbidden; NotFound for a member, or a purpose that is not asked for; Conflict `member_closed`
 */
export async function chooseConsent(
  ctx: Ctx,
  memberId: string,
  { purpose, granted }: ConsentChoice,
  { via, locale }: { via: ConsentWay; locale?: string },
): Promise<{ purpose: string; granted: boolean; at: string }> {
  requireSelfOr(ctx, memberId, "members:write");
  return write(ctx, { permission: null, request: { memberId, purpose, granted } }, async (tx) => {
    const { programId } = ctx;
    const [member, purposes, program] = await Promise.all([
      tx.member.findUnique({
        where: { programId_memberId: { programId, memberId } },
        select: { status: true, locale: true },
      }),
      readPurposes(programId, tx),
      recallProgram(programId, tx),
    ]);
    if (member === null) throw new NotFound("member");
    if (member.status === "closed") throw new Conflict("member_closed", "The member has left the program.");
    const asked = purposes.find(({ code }) => code === purpose);
    if (asked === undefined) throw new NotFound("purpose");
    const read = locale ?? member.locale ?? program.locale;
    const { label, hint } = wordingOf(asked, read);
    const recordedAt = ctx.clock.now();
    await noteConsent(tx, ctx, memberId, { purpose, granted });
    await tx.consentRecord.create({
      data: {
        programId,
        recordId: newId(),
        memberId,
        purpose,
        version: asked.version,
        wording: hint === "" ? label : `${label}\n${hint}`,
        locale: read,
        granted,
        recordedAt,
        recordedBy: actorRef(ctx.actor),
        via,
      },
    });
    await recordAudit(tx, ctx, {
      action: granted ? "member.consent_given" : "member.consent_withdrawn",
      target: toTypeId("mem", memberId),
      detail: { purpose, version: asked.version },
    });
    return { purpose, granted, at: recordedAt.toISOString() };
  });
}
