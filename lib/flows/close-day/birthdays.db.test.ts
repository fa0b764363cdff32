import { describe, expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { updateMember } from "@/lib/members";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { birthdaysOn } from "./greet-members";
import { closeAt } from "./testing";

const founded = (day: string) => fixedClock(new Date(`${day}T12:00:00Z`));

async function club(day: string) {
  const program = await makeProgram({ timeZone: "Europe/Berlin" }, founded(day));
  await db().program.update({
    where: { programId: program.programId },
    data: { createdAt: new Date(`${day}T12:00:00Z`) },
  });
  return program;
}

function greetings(programId: string) {
  return putInForce(programId, [
    {
      name: "Birthday",
      trigger: { event: "custom", name: "member.birthday" },
      effects: [{ kind: "fixed", points: 100 }],
    },
  ]);
}

describe("birthdays", () => {
  it("are noticed when the day begins in the program's zone, once, for active members", async () => {
    const program = await club("2026-04-21");
    const { ctx, programId } = program;
    await greetings(programId);
    const { memberId } = await makeMember(ctx, { birthday: "1990-04-23" });
    await makeMember(ctx, { birthday: "1990-04-24" });
    const blocked = await makeMember(ctx, { birthday: "1990-04-23" });
    await updateMember(ctx, blocked.memberId, { status: "blocked" });
    await closeAt(programId, "2026-04-22T21:59:59Z");
    expect(await db().event.count({ where: { programId } })).toBe(0);
    await closeAt(programId, "2026-04-22T22:00:00Z");
    await closeAt(programId, "2026-04-23T10:00:00Z");
    const events = await db().event.findMany({ where: { programId } });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      memberId,
      externalId: `birthday:${memberId}:2026`,
      occurredAt: new Date("2026-04-22T22:00:00Z"),
    });
    expect(events[0]?.payload).toMatchObject({ name: "member.birthday", attributes: { age: 36 } });
  });

  it("of 29 February are on the 28th where the year has no such day", async () => {
    expect(birthdaysOn("2027-02-28")).toEqual([228, 229]);
    expect(birthdaysOn("2028-02-28")).toEqual([228]);
    expect(birthdaysOn("2028-02-29")).toEqual([229]);
    const program = await club("2027-02-27");
    await greetings(program.programId);
    await makeMember(program.ctx, { birthday: "2000-02-29" });
    await closeAt(program.programId, "2027-02-28T12:00:00Z");
    expect(await db().event.count({ where: { programId: program.programId } })).toBe(1);
  });

  it("are nobody's business without a campaign that begins with them", async () => {
    const program = await club("2026-04-21");
    await makeMember(program.ctx, { birthday: "1990-04-22" });
    await closeAt(program.programId, "2026-04-22T12:00:00Z");
    expect(await db().event.count({ where: { programId: program.programId } })).toBe(0);
  });
});

it("ends the vouchers whose last day is over", async () => {
  const { programId } = await club("2026-04-21");
  const issue = (expiresOn: string, code: string) =>
    db().voucher.create({
      data: {
        programId,
        voucherId: newId(),
        memberId: newId(),
        campaignId: newId(),
        code,
        name: "Free coffee",
        costMinor: 0n,
        issuedAt: new Date("2026-04-01T00:00:00Z"),
        expiresOn: new Date(expiresOn),
      },
    });
  await issue("2026-04-21", "2222222222222222");
  await issue("2026-04-22", "3333333333333333");
  await closeAt(programId, "2026-04-22T12:00:00Z");
  const states = await db().voucher.findMany({ where: { programId }, orderBy: { code: "asc" } });
  expect(states.map(({ state }) => state)).toEqual(["expired", "issued"]);
});
