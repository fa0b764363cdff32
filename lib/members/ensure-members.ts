import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { readProgram } from "@/lib/programs";
import { write } from "@/lib/write";
import { insertNewMembers } from "./insert-new-members";
import type { ResolvedMember } from "./schema";

export type EnsuredMember = ResolvedMember & {
  /** True when this call created the member. */
  created: boolean;
};

/**
 * Members by the merchant's own numbers, created where they are missing: for files that name customers whom
 * the program does not know yet. Two calls at once create each member once.
 * @returns one entry for each distinct external id
 * @throws Forbidden
 */
export async function ensureMembersByExternalId(
  ctx: Ctx,
  externalIds: readonly string[],
): Promise<Map<string, EnsuredMember>> {
  // In one order everywhere, so that two calls wait for each other instead of deadlocking.
  const wanted = [...new Set(externalIds)].sort();
  return write({ ...ctx, idempotencyKey: undefined }, { permission: "members:write" }, async (tx) => {
    const lookUp = async (ids: string[]) =>
      tx.member.findMany({
        where: { programId: ctx.programId, externalId: { in: ids } },
        select: { externalId: true, memberId: true, lane: true, status: true },
      });
    const known = await lookUp(wanted);
    const knownIds = new Set(known.map((member) => member.externalId));
    const missing = wanted.filter((id) => !knownIds.has(id));
    const program = await readProgram(ctx.programId, tx);
    const items = missing.map((externalId) => ({ externalId, name: `Member ${externalId}` }));
    const { created, refused } = await insertNewMembers(tx, ctx, program, items);
    if (created.length > 0) {
      await recordAudit(tx, ctx, {
        action: "members.created",
        target: toTypeId("prog", ctx.programId),
        detail: { count: created.length },
      });
    }
    // Refused here means that another transaction created them in between and has committed.
    const meanwhile = await lookUp(refused.flatMap((item) => item.externalId ?? []));
    const ensured = new Map<string, EnsuredMember>();
    const add = (member: ResolvedMember & { externalId: string | null }, isNew: boolean) => {
      const { externalId, memberId, lane, status } = member;
      if (externalId !== null) ensured.set(externalId, { memberId, lane, status, created: isNew });
    };
    for (const member of [...known, ...meanwhile]) add(member, false);
    for (const member of created) add(member, true);
    return ensured;
  });
}
