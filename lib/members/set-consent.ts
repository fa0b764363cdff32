import "server-only";
import { recordAudit } from "@/lib/audit";
import type { MemberCtx } from "@/lib/auth/context";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { emit } from "@/lib/outbox";
import { write } from "@/lib/write";
import { MEMBER_CHANGED, type MemberChanged } from "./events";
import type { ConsentPurpose, Consents } from "./schema";
import { lockMember } from "./sql";

/**
 * A member agrees to a purpose or takes it back. The audit log keeps every change, the member's row the last.
 * @returns all of the member's consents
 * @throws NotFound
 */
export async function setConsent(
  ctx: MemberCtx,
  { purpose, granted }: { purpose: ConsentPurpose; granted: boolean },
): Promise<Consents> {
  const { memberId } = ctx.actor;
  return write(ctx, { permission: null, request: { purpose, granted } }, async (tx) => {
    await lockMember(tx, ctx.programId, memberId);
    const key = { programId_memberId: { programId: ctx.programId, memberId } };
    const member = await tx.member.findUnique({ where: key, select: { consents: true } });
    if (member === null) throw new NotFound("member");
    const at = ctx.clock.now().toISOString();
    const consents: Consents = { ...(member.consents as Consents), [purpose]: { granted, at } };
    await tx.member.update({ where: key, data: { consents } });
    await recordAudit(tx, ctx, {
      action: granted ? "member.consent_given" : "member.consent_withdrawn",
      target: toTypeId("mem", memberId),
      detail: { purpose },
    });
    const payload: MemberChanged = { memberId, fields: ["consents"] };
    await emit(tx, ctx, MEMBER_CHANGED, payload);
    return consents;
  });
}
