import "server-only";
import { recordAudit } from "@/lib/audit";
import type { MemberCtx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { db, type Tx } from "@/lib/db";
import { write } from "@/lib/write";
import { PUSH_DEFAULTS, PUSH_KINDS, type PushChoices, type PushKind } from "./schema";

/** A member chooses whether to be told things of a kind. @returns all of their choices */
export async function choosePushes(
  ctx: MemberCtx,
  { kind, wanted }: { kind: PushKind; wanted: boolean },
): Promise<PushChoices> {
  const { programId } = ctx;
  const { memberId } = ctx.actor;
  return write(ctx, { permission: null, request: { kind, wanted } }, async (tx) => {
    await tx.pushChoice.upsert({
      where: { programId_memberId_kind: { programId, memberId, kind } },
      create: { programId, memberId, kind, wanted },
      update: { wanted },
    });
    await recordAudit(tx, ctx, {
      action: "member.push_chosen",
      target: toTypeId("mem", memberId),
      detail: { kind, wanted },
    });
    return readPushChoices(programId, memberId, tx);
  });
}

/** Of which kinds of things a member wants to be told. */
export async function readPushChoices(
  programId: string,
  memberId: string,
  tx: Tx = db(),
): Promise<PushChoices> {
  const rows = await tx.pushChoice.findMany({ where: { programId, memberId } });
  const chosen = new Map(rows.map(({ kind, wanted }) => [kind, wanted]));
  const entries = PUSH_KINDS.map((kind) => [kind, chosen.get(kind) ?? PUSH_DEFAULTS[kind]] as const);
  return Object.fromEntries(entries) as PushChoices;
}
