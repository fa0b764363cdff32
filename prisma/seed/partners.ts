import type { Actor } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { hashPassword } from "@/lib/auth/password";
import { present } from "@/lib/core/assert";
import { fromTypeId, newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { uploadImage } from "@/lib/images";
import { addPartner, listPartnerInvitations, revokePartnerInvitation } from "@/lib/partners";
import { drawUpProposal, sendProposal } from "@/lib/rewards";
import { drawMotif } from "./reward-art";
import { requirePassword } from "./team";

/** Pays for half of the bread on weekends. */
export const SPONSOR = { code: "muehle-nord", name: "Mühle Nord" };

const LEA = { company: "Alpine Roasters", email: "lea@alpineroasters.example", name: "Lea Keller" };
const PEOPLE = [LEA, { company: SPONSOR.name, email: "ole@muehlenord.example", name: "Ole Petersen" }];

/**
 * Gives the club a sponsor, and each of its partners a person who can sign in, with the team's password. What is there
 * already stays.
 * @param ctx of the company's owner, before the first day
 */
export async function seatPartners(ctx: Ctx): Promise<void> {
  const { programId } = ctx;
  const seated = await db().sponsor.count({ where: { programId, code: SPONSOR.code } });
  if (seated === 0) {
    const { code: sponsor, name } = SPONSOR;
    await addPartner(ctx, { name, parts: ["SPONSOR"], email: "ole@muehlenord.example", sponsor });
  }
  const passwordHash = await hashPassword(requirePassword("DEMO_MERCHANT_PASSWORD"));
  for (const { company, email, name } of PEOPLE) {
    const { organizationId } = await db().programParticipant.findFirstOrThrow({
      where: { programId, organization: { name: company } },
      select: { organizationId: true },
    });
    const { userId } = await db().user.upsert({
      where: { email },
      create: { userId: newId(), email, name, passwordHash },
      update: {},
    });
    await db().organizationUser.createMany({
      data: [{ organizationId, userId, role: "owner" }],
      skipDuplicates: true,
    });
    // They are in without the link that they were sent.
    for (const { invitationId } of await listPartnerInvitations(ctx, organizationId)) {
      await revokePartnerInvitation(
        ctx,
        organizationId,
        present(fromTypeId("inv", invitationId), "it has an id"),
      );
    }
  }
}

/** The club's reward partner, by the person who signs in for it. */
export async function supplier(programId: string): Promise<Actor> {
  const { userId, name } = await db().user.findUniqueOrThrow({ where: { email: LEA.email } });
  const { organizationId } = await db().programParticipant.findFirstOrThrow({
    where: { programId, role: "REWARD_PARTNER", organization: { name: LEA.company } },
    select: { organizationId: true },
  });
  return { kind: "partner", userId, organizationId, parts: ["REWARD_PARTNER"], name };
}

const PROPOSED = "A tasting set for two";

/**
 * Lets the reward partner propose a reward, which waits for the program to price and publish it. There already, it stays.
 * @param ctx of the partner
 */
export async function proposeReward(ctx: Ctx): Promise<void> {
  const { programId } = ctx;
  if ((await db().reward.count({ where: { programId, name: PROPOSED } })) > 0) return;
  const { id: imageId } = await uploadImage(ctx, await drawMotif("spoons"));
  const { id } = await drawUpProposal(ctx, {
    kind: "physical",
    name: PROPOSED,
    summary: "Four small bags, two spoons.",
    description: "Four coffees of 60 g each, a card to each of them, and two **cupping spoons**.",
    howToUse: "We send it within three days.",
    imageId: present(fromTypeId("img", imageId), "an image has an id"),
    stock: 40,
    lowAt: 8,
    costMinor: 1_450,
  });
  await sendProposal(ctx, present(fromTypeId("rwd", id), "a reward has an id"));
}
