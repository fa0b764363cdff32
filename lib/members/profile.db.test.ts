import { describe, expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { ctxFor, makeMember, makeProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { createTier } from "@/lib/tiers";
import { createMembers } from "./create-members";
import { ensureMembersByExternalId } from "./ensure-members";
import { readMember } from "./queries";
import { updateMember } from "./update-member";
import { updateOwnProfile } from "./update-own-profile";

const NOW = new Date("2026-11-22T09:00:00Z");
const clock = fixedClock(NOW);

describe("birthday, tier and tags", () => {
  it("come with a new member and are changed later", async () => {
    const program = await makeProgram({}, clock);
    for (const code of ["silver", "gold"]) await createTier(program.ctx, { code, name: code });
    const { memberId } = await makeMember(program.ctx, {
      birthday: "1990-02-28",
      tier: "silver",
      tags: ["VIP", "press", "vip"],
    });
    expect(await readMember(program.ctx, memberId)).toMatchObject({
      birthday: "1990-02-28",
      tier: "silver",
      tags: ["vip", "press"],
    });
    await updateMember(program.ctx, memberId, { tier: "gold", tags: [], birthday: null });
    expect(await readMember(program.ctx, memberId)).toMatchObject({ birthday: null, tier: "gold", tags: [] });
    const audit = await db().audit.findFirstOrThrow({
      where: { programId: program.programId, action: "member.changed" },
    });
    expect(audit.detail).toEqual({ fields: ["tier", "tags", "birthday"], tier: "gold" });
  });

  it("are refused where they cannot be", async () => {
    const program = await makeProgram({}, clock);
    const { memberId } = await makeMember(program.ctx);
    for (const change of [{ tier: "platinum" }, { birthday: "2026-11-23" }]) {
      await expect(updateMember(program.ctx, memberId, change)).rejects.toMatchObject({ code: "invalid" });
      await expect(createMembers(program.ctx, [{ name: "New", ...change }])).rejects.toMatchObject({
        code: "invalid",
      });
    }
  });

  it("lets members tell their birthday once", async () => {
    const program = await makeProgram({}, clock);
    const { memberId } = await makeMember(program.ctx);
    const ctx = { ...ctxFor(program, { memberId, clock }), actor: { kind: "member", memberId } as const };
    expect(await updateOwnProfile(ctx, { birthday: "1990-04-23" })).toMatchObject({ birthday: "1990-04-23" });
    await updateOwnProfile(ctx, { birthday: "1990-04-23", name: "Alex" });
    await expect(updateOwnProfile(ctx, { birthday: "1990-04-24" })).rejects.toMatchObject({
      code: "birthday_told",
    });
  });
});

/** A campaign of which only the trigger matters here. */
function putTriggerInForce(programId: string, name: string) {
  return putInForce(programId, [
    { name, trigger: { event: "custom", name }, effects: [{ kind: "fixed", points: 10 }] },
  ]);
}

describe("what happens to members becomes an event", () => {
  const queued = (programId: string) =>
    db().event.findMany({ where: { programId }, orderBy: { eventId: "asc" } });

  it("of joining, once, by any door, and not of those who joined before the program took events", async () => {
    const program = await makeProgram({ eventsFrom: "2026-01-01" }, clock);
    await putTriggerInForce(program.programId, "member.joined");
    const members = await createMembers(program.ctx, [
      { name: "New" },
      { name: "Old", joinedAt: new Date("2025-12-31T12:00:00Z") },
    ]);
    await ensureMembersByExternalId(program.ctx, ["c-1", "c-2"]);
    await ensureMembersByExternalId(program.ctx, ["c-1", "c-3"]);
    const events = await queued(program.programId);
    expect(events.map(({ externalId }) => externalId)).toHaveLength(4);
    expect(events[0]).toMatchObject({
      source: "tessera",
      type: "custom:member.joined",
      externalId: `joined:${members[0]?.memberId}`,
      memberId: members[0]?.memberId,
      occurredAt: NOW,
    });
    expect(await db().queue.count({ where: { programId: program.programId } })).toBe(4);
  });

  it("only while a campaign in force begins with it", async () => {
    const program = await makeProgram({}, clock);
    await makeMember(program.ctx);
    await putTriggerInForce(program.programId, "tier.changed");
    const { memberId } = await makeMember(program.ctx);
    expect(await queued(program.programId)).toEqual([]);
    await createTier(program.ctx, { code: "gold", name: "Gold" });
    await updateMember(program.ctx, memberId, { tier: "gold" });
    await updateMember(program.ctx, memberId, { tier: "gold", tags: ["same"] });
    const events = await queued(program.programId);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ type: "custom:tier.changed", memberId });
    expect(events[0]?.payload).toMatchObject({ attributes: { tier: "gold", from: "" } });
  });
});
