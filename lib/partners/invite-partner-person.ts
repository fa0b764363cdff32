import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict, Forbidden, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { issueInvitation } from "@/lib/identity";
import type { IssuedInvitation } from "@/lib/identity/schema";
import { write } from "@/lib/write";
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
  if (actor.kind === "partner" && actor.organizationId !== partnerId) throw new NotFound("partner");
  const permission = actor.kind === "partner" ? null : "partners:manage";
  return write(ctx, { permission, request: { partnerId, email } }, async (tx) => {
    if (actor.kind !== "user" && actor.kind !== "partner") throw new Forbidden("partners:manage");
    const part = await tx.programParticipant.count({ where: { programId, organizationId: partnerId } });
    if (part === 0) throw new NotFound("partner");
    const inTeam = await tx.organizationUser.count({
      where: { organizationId: partnerId, user: { email } },
    });
    if (inTeam > 0) throw new Conflict("already_in_team", `${email} is one of its people already.`);
    const invitation = await issueInvitation(tx, {
      organizationId: partnerId,
      email,
      role: "admin",
      invitedBy: actor.userId,
      now: ctx.clock.now(),
    });
    await recordAudit(tx, ctx, { action: "partner.person_invited", target: toTypeId("org", partnerId) });
    return invitation;
  });
}
