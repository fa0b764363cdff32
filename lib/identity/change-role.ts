import "server-only";
import { recordOrganizationAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { toTypeId } from "@/lib/core/ids";
import { withTx } from "@/lib/db";
import { lockTeammate } from "./lock-teammate";
import type { RoleChange } from "./schema";
import { requireOwnerFor, requireOwnerLeft, userActor } from "./team-rules";

/**
 * Gives somebody of the team another role; it acts on their next request.
 * @throws Forbidden; NotFound; Conflict `last_owner`
 */
export async function changeRole(ctx: Ctx, { userId, role }: RoleChange): Promise<{ changed: boolean }> {
  requirePermission(ctx, "team:manage");
  const actor = userActor(ctx);
  const { organizationId } = actor;
  return withTx(ctx, async (tx) => {
    const teammate = await lockTeammate(tx, organizationId, userId);
    if (teammate.role === role) return { changed: false };
    requireOwnerFor(actor, teammate.role, role);
    requireOwnerLeft(teammate.role, role, teammate.owners);
    await tx.organizationUser.update({
      where: { organizationId_userId: { organizationId, userId } },
      data: { role },
    });
    await recordOrganizationAudit(tx, ctx, organizationId, {
      action: "teammate.role_changed",
      target: toTypeId("user", userId),
      detail: { from: teammate.role, to: role },
    });
    return { changed: true };
  });
}
