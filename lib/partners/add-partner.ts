import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict, Forbidden } from "@/lib/core/errors";
import { newId, toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { issueInvitation } from "@/lib/identity";
import type { IssuedInvitation } from "@/lib/identity/schema";
import { write } from "@/lib/write";
import { type NewPartner, newPartner } from "./schema";
import { lockPartners, selectPartners } from "./sql";

/**
 * Takes a company into the program, with an invitation for the person who looks after it there. The link goes to
 * them by mail and is shown to whoever asked, once.
 * @throws Forbidden; Conflict `partner_exists`, `sponsor_taken`; Invalid
 */
export async function addPartner(
  ctx: Ctx,
  input: NewPartner,
): Promise<{ partnerId: string; invitation: IssuedInvitation }> {
  const { name, parts, email, sponsor } = newPartner.parse(input);
  const { programId, actor } = ctx;
  return write(ctx, { permission: "partners:manage", request: input }, async (tx) => {
    // An invitation is a person's.
    if (actor.kind !== "user") throw new Forbidden("partners:manage");
    await lockPartners(tx, programId);
    const others = await selectPartners(tx, programId);
    if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
      throw new Conflict("partner_exists", `${name} takes part in the program already.`);
    }
    const now = ctx.clock.now();
    const partnerId = newId();
    await tx.organization.create({ data: { organizationId: partnerId, name, createdAt: now } });
    await tx.programParticipant.createMany({
      data: parts.map((role) => ({ programId, organizationId: partnerId, role })),
    });
    if (parts.includes("REWARD_PARTNER")) {
      await tx.rewardPartner.create({ data: { programId, partnerId, contactEmail: email, createdAt: now } });
    }
    if (parts.includes("SPONSOR")) await seatSponsor(tx, { programId, partnerId, name, code: sponsor });
    const invitedBy = actor.userId;
    const invitation = await issueInvitation(tx, ctx, {
      organizationId: partnerId,
      email,
      role: "owner",
      invitedBy,
    });
    await recordAudit(tx, ctx, {
      action: "partner.added",
      target: toTypeId("org", partnerId),
      detail: { name, parts },
    });
    return { partnerId, invitation };
  });
}

type Seat = { programId: string; partnerId: string; name: string; code: string | undefined };

/** Makes the company the sponsor of this code: one that campaigns name already, or a new one. */
async function seatSponsor(tx: Tx, { programId, partnerId, name, code }: Seat): Promise<void> {
  const chosen = code ?? codeFrom(name);
  const known = await tx.sponsor.findUnique({ where: { programId_code: { programId, code: chosen } } });
  if (known?.organizationId || (known !== null && code === undefined)) {
    throw new Conflict("sponsor_taken", `There is a sponsor “${chosen}” already. Choose its code yourself.`);
  }
  await tx.sponsor.upsert({
    where: { programId_code: { programId, code: chosen } },
    create: { programId, code: chosen, name, organizationId: partnerId },
    update: { organizationId: partnerId },
  });
}

/** `Nordic Oats & Co.` → `nordic-oats-co`. */
function codeFrom(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words?.join("-") ?? "sponsor").slice(0, 40).replace(/-$/, "");
}
