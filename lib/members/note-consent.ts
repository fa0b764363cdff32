import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { NotFound } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import { emit } from "@/lib/outbox";
import { MEMBER_CHANGED, type MemberChanged } from "./events";
import type { Consents } from "./schema";
import { lockMember } from "./sql";

/**
 * Writes on the member's row what they agree to from now on, in the caller's transaction. What is asked for, and the
 * history of it, is the caller's affair.
 * @returns all of the member's consents
 * @throws NotFound
 */
export async function noteConsent(
  tx: Tx,
  ctx: Pick<Ctx, "programId" | "clock">,
  memberId: string,
  { purpose, granted }: { purpose: string; granted: boolean },
): Promise<Consents> {
  await lockMember(tx, ctx.programId, memberId);
  const key = { programId_memberId: { programId: ctx.programId, memberId } };
  const member = await tx.member.findUnique({ where: key, select: { consents: true } });
  if (member === null) throw new NotFound("member");
  const at = ctx.clock.now().toISOString();
  const consents: Consents = { ...(member.consents as Consents), [purpose]: { granted, at } };
  await tx.member.update({ where: key, data: { consents } });
  const payload: MemberChanged = { memberId, fields: ["consents"] };
  await emit(tx, ctx, MEMBER_CHANGED, payload);
  return consents;
}
