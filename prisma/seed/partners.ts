import type { Ctx } from "@/lib/auth/context";
import { hashPassword } from "@/lib/auth/password";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { addPartner } from "@/lib/partners";
import { requirePassword } from "./team";

/** Pays for half of the bread on weekends. */
export const SPONSOR = { code: "muehle-nord", name: "Mühle Nord" };

const PEOPLE = [
  { company: "Alpine Roasters", email: "lea@alpineroasters.example", name: "Lea Keller" },
  { company: SPONSOR.name, email: "ole@muehlenord.example", name: "Ole Petersen" },
] as const;

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
  }
}
