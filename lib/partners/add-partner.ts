import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict, Forbidden } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { freeKey, keyFrom } from "@/lib/core/stable-key";
import type { Tx } from "@/lib/db";
import { issueInvitation } from "@/lib/identity";
import type { IssuedInvitation } from "@/lib/identity/schema";
import { write } from "@/lib/write";
import { enrolCompany } from "./enrol-company";
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
    const partnerId = await enrolCompany(tx, ctx, others, { name, parts });
    if (parts.includes("REWARD_PARTNER")) {
      const key = freeKey(keyFrom(name, "partner"), new Set(others.flatMap((other) => other.key ?? [])));
      const createdAt = ctx.clock.now();
      await tx.rewardPartner.create({ data: { programId, partnerId, key, contactEmail: email, createdAt } });
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
