import { expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { makeProgram } from "@/lib/testing/fixtures";
import { makeUser } from "@/lib/testing/people";
import { findPartnerAccess } from "./sql";

it("lets somebody in whose company takes part, as what it takes part, and nobody else", async () => {
  const [program, other] = [await makeProgram(), await makeProgram()];
  const organizationId = newId();
  await db().organization.create({ data: { organizationId, name: "Alpine Roasters" } });
  const partner = await makeUser({ organizationId });
  const owner = await makeUser({ organizationId: program.organizationId });
  expect(await findPartnerAccess(partner.userId, program.slug)).toBeNull();

  const { programId } = program;
  await db().programParticipant.createMany({
    data: (["REWARD_PARTNER", "SPONSOR"] as const).map((role) => ({ programId, organizationId, role })),
  });
  expect(await findPartnerAccess(partner.userId, program.slug)).toEqual({
    name: partner.name,
    programId,
    organizationId,
    parts: ["SPONSOR", "REWARD_PARTNER"],
  });
  expect(await findPartnerAccess(partner.userId, other.slug)).toBeNull();
  expect(await findPartnerAccess(owner.userId, program.slug)).toBeNull();

  await db().user.update({ where: { userId: partner.userId }, data: { disabledAt: new Date() } });
  expect(await findPartnerAccess(partner.userId, program.slug)).toBeNull();
});
