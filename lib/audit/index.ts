import "server-only";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { newId } from "@/lib/core/ids";
import type { Prisma, Tx } from "@/lib/db";

type AuditEntry = {
  /** `thing.happened`, for example `campaign.launched`. */
  action: string;
  /** TypeID of what it happened to. */
  target: string;
  /** What changed; no secrets and no personal data. */
  detail?: Prisma.InputJsonObject;
};

/** Records who did what, inside the transaction that does it. */
export async function recordAudit(
  tx: Tx,
  ctx: Ctx,
  { action, target, detail = {} }: AuditEntry,
): Promise<void> {
  await tx.audit.create({
    data: {
      programId: ctx.programId,
      auditId: newId(),
      actor: actorRef(ctx.actor),
      action,
      target,
      detail,
      requestId: ctx.requestId,
      occurredAt: ctx.clock.now(),
    },
  });
}

/** The same for what concerns a company rather than one of its programs. */
export async function recordOrganizationAudit(
  tx: Tx,
  ctx: Pick<Ctx, "actor" | "requestId" | "clock">,
  organizationId: string,
  { action, target, detail = {} }: AuditEntry,
): Promise<void> {
  await tx.organizationAudit.create({
    data: {
      organizationId,
      auditId: newId(),
      actor: actorRef(ctx.actor),
      action,
      target,
      detail,
      requestId: ctx.requestId,
      occurredAt: ctx.clock.now(),
    },
  });
}
