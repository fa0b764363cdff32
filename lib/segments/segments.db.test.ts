import { describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { createMembers } from "@/lib/members";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { addToSegment } from "./add-to-segment";
import { createSegment } from "./create-segment";
import { deleteSegment as deleteUnlessNamed } from "./delete-segment";
import { listSegmentMembers, listSegments, listSegmentsOf, readSegment } from "./queries";
import { removeFromSegment } from "./remove-from-segment";
import { updateSegment } from "./update-segment";

const deleteSegment = (ctx: Ctx, code: string) => deleteUnlessNamed(ctx, code, async () => null);

async function withSegment(code = "vip"): Promise<TestProgram> {
  const program = await makeProgram();
  await createSegment(program.ctx, { code, name: "Regulars" });
  return program;
}

describe("segments", () => {
  it("take members by any of their names, in one go, and say who is unknown", async () => {
    const program = await withSegment();
    const { ctx } = program;
    const [one, two, three, four] = await createMembers(ctx, [
      { name: "One" },
      { name: "Two", externalId: "c-2" },
      { name: "Three", email: "three@example.com" },
      { name: "Four" },
    ]);
    if (!one || !two || !three || !four) throw new Error("four members");
    const members = [
      toTypeId("mem", one.memberId),
      "c-2",
      "three@example.com",
      four.cardNumber,
      "nobody",
      "c-2",
    ];
    expect(await addToSegment(ctx, "vip", { members })).toEqual({
      changed: 4,
      unchanged: 0,
      unknown: ["nobody"],
    });
    expect(await addToSegment(ctx, "vip", { members: ["c-2"] })).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await removeFromSegment(ctx, "vip", { members: ["c-2", four.cardNumber] })).toMatchObject({
      changed: 2,
    });
    expect(await readSegment(ctx, "vip")).toMatchObject({ members: 2 });
    expect(await listSegmentsOf(ctx, one.memberId)).toMatchObject([{ code: "vip", name: "Regulars" }]);
  });

  it("take one member by the phone number that somebody types", async () => {
    const program = await withSegment();
    await makeMember(program.ctx, { phone: "+49 170 1234567" });
    const added = await addToSegment(program.ctx, "vip", { members: ["+49 (170) 123 45 67"] });
    expect(added).toMatchObject({ changed: 1 });
  });

  it("list their members page by page, or those that a search finds", async () => {
    const program = await withSegment();
    const made = await createMembers(
      program.ctx,
      Array.from({ length: 7 }, (_, place) => ({ name: `Guest ${place}` })),
    );
    await makeMember(program.ctx, { name: "Guest elsewhere" });
    await addToSegment(program.ctx, "vip", {
      members: made.map(({ memberId }) => toTypeId("mem", memberId)),
    });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listSegmentMembers(program.ctx, "vip", { cursor, limit: 3 });
      seen.push(...page.items.map(({ memberId }) => memberId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(made.map(({ memberId }) => memberId).sort());
    const found = await listSegmentMembers(program.ctx, "vip", { q: "guest", limit: 25 });
    expect(found.items).toHaveLength(7);
  });

  it("are listed, renamed, and deleted unless a running campaign names them", async () => {
    const program = await withSegment();
    const { ctx } = program;
    await createSegment(ctx, { code: "lapsed", name: "Long gone", description: "Nothing for a year" });
    await updateSegment(ctx, "vip", { name: "Best guests" });
    expect((await listSegments(ctx, { limit: 1 })).items[0]).toMatchObject({ code: "lapsed", members: 0 });
    expect((await listSegments(ctx, { q: "best", limit: 10 })).items).toMatchObject([{ code: "vip" }]);
    await putInForce(program.programId, [
      {
        name: "Welcome back",
        trigger: { event: "purchase" },
        effects: [{ kind: "segment", segment: "lapsed", action: "remove" }],
      },
    ]);
    await expect(deleteSegment(ctx, "lapsed")).rejects.toMatchObject({ code: "segment_in_use" });
    const { memberId } = await makeMember(ctx);
    await addToSegment(ctx, "vip", { members: [toTypeId("mem", memberId)] });
    await deleteSegment(ctx, "vip");
    await expect(readSegment(ctx, "vip")).rejects.toMatchObject({ code: "not_found" });
    expect(await db().segmentMember.count({ where: { programId: program.programId } })).toBe(0);
  });

  it("turn entering and leaving into events where a campaign begins with them", async () => {
    const program = await withSegment();
    await putInForce(program.programId, [
      {
        name: "Hello",
        trigger: { event: "custom", name: "segment.entered" },
        effects: [{ kind: "fixed", points: 10 }],
      },
    ]);
    const { memberId } = await makeMember(program.ctx);
    const members = [toTypeId("mem", memberId)];
    await addToSegment(program.ctx, "vip", { members });
    await addToSegment(program.ctx, "vip", { members });
    await removeFromSegment(program.ctx, "vip", { members });
    const events = await db().event.findMany({ where: { programId: program.programId } });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ type: "custom:segment.entered", memberId });
    expect(events[0]?.payload).toMatchObject({ attributes: { segment: "vip" } });
  });

  it("stay with their program and with those who may", async () => {
    const program = await withSegment();
    const other = await makeProgram();
    const foreigner = await makeMember(other.ctx);
    const members = [toTypeId("mem", foreigner.memberId)];
    expect(await addToSegment(program.ctx, "vip", { members })).toMatchObject({ unknown: members });
    await expect(readSegment(other.ctx, "vip")).rejects.toMatchObject({ code: "not_found" });
    const cashier = ctxFor(program, { role: "cashier" });
    await expect(addToSegment(cashier, "vip", { members })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("change under many hands at once without deadlock, each member once", async () => {
    const program = await withSegment();
    const made = await createMembers(
      program.ctx,
      Array.from({ length: 60 }, (_, place) => ({ name: `Guest ${place}` })),
    );
    const keys = made.map(({ memberId }) => toTypeId("mem", memberId));
    const hands = [keys, keys.toReversed(), keys.slice(30), keys.slice(0, 45)];
    const results = await Promise.all(hands.map((members) => addToSegment(program.ctx, "vip", { members })));
    expect(results.reduce((sum, { changed }) => sum + changed, 0)).toBe(60);
  });
});
