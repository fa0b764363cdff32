import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { publishRuleSet } from "@/lib/campaigns";
import { toTypeId } from "@/lib/core/ids";
import type { Prisma, Tx } from "@/lib/db";
import { write } from "@/lib/write";
import { lockGroups } from "./sql";

type Change<Answer> = {
  /** The action in the audit log. */
  action: string;
  request: Prisma.InputJsonObject;
  /** @param codes of the groups that there are, in order */
  work: (tx: Tx, codes: string[]) => Promise<Answer>;
};

/**
 * The frame of every change of groups: one after the other, on record, and in force for every event posted from then
 * on: what runs is put into force anew, with the groups as they are now.
 * @throws Forbidden
 */
export async function changeGroups<Answer>(
  ctx: Ctx,
  { action, request, work }: Change<Answer>,
): Promise<Answer> {
  const { programId } = ctx;
  return write(ctx, { permission: "program:manage", request: { action, ...request } }, async (tx) => {
    const answer = await work(tx, await lockGroups(tx, programId));
    await publishRuleSet(tx, ctx);
    await recordAudit(tx, ctx, { action, target: toTypeId("prog", programId), detail: request });
    return answer;
  });
}
