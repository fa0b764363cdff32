import "server-only";
import { recordOrganizationAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { toTypeId } from "@/lib/core/ids";
import { withTx } from "@/lib/db";
import { lockTeammate } from "./lock-teammate";
import { requireOwnerFor, requireOwnerLeft, userActor } from "./team-rules";

/**
 * Takes somebody out of the team; their open sessions see nothing of the company from the next request on. The
 * account itself stays: it may belong to other companies, and audit rows name it.
 * @throws Forbidden; NotFound; Conflict `last_owner`
 */
export async function removeTeammate(ctx: Ctx, { userId }: { userId: string }): Promise<{ removed: true }> {
  requirePermission(ctx, "team:manage");
  const actor = userActor(ctx);
  const { organizationId } = actor;
  return withTx(ctx, async (tx) => {
    const { role, owners } = await lockTeammate(tx, organizationId, userId);
    requireOwnerFor(actor, role);
    requireOwnerLeft(role, null, owners);
    await tx.organizationUser.delete({ where: { organizationId_userId: { organizationId, userId } } });
    await recordOrganizationAudit(tx, ctx, organizationId, {
      action: "teammate.removed",
      target: toTypeId("user", userId),
      detail: { role },
    });
    return { removed: true };
  });
}
