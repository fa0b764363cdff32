import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict, Forbidden } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { issueInvitation } from "@/lib/identity";
import type { IssuedInvitation } from "@/lib/identity/schema";
import { write } from "@/lib/write";
import { permissionFor, requireParticipant } from "./participant";
import { partnerPerson } from "./schema";

/**
 * Invites somebody to a company that takes part: by the program, or by a colleague of that company. An earlier open
 * invitation of the same person stops working.
 * @throws Forbidden, NotFound; Conflict `already_in_team`
 */
export async function invitePartnerPerson(
  ctx: Ctx,
  partnerId: string,
  input: { email: string },
): Promise<IssuedInvitation> {
  const { email } = partnerPerson.parse(input);
  const { programId, actor } = ctx;
  const permission = permissionFor(ctx, partnerId);
  return write(ctx, { permission, request: { partnerId, email } }, async (tx) => {
    if (actor.kind !== "user" && actor.kind !== "partner") throw new Forbidden("partners:manage");
    await requireParticipant(tx, programId, partnerId);
    const inTeam = await tx.organizationUser.count({
      where: { organizationId: partnerId, user: { email } },
    });
    if (inTeam > 0) throw new Conflict("already_in_team", `${email} is one of its people already.`);
    const invitation = await issueInvitation(tx, ctx, {
      organizationId: partnerId,
      email,
      role: "admin",
      invitedBy: actor.userId,
    });
    await recordAudit(tx, ctx, { action: "partner.person_invited", target: toTypeId("org", partnerId) });
    return invitation;
  });
}
