import { expect, test } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { createMembers } from "@/lib/members";
import { addToSegment, createSegment } from "@/lib/segments";
import { ctxFor, makeProgram } from "@/lib/testing/fixtures";
import { createTier } from "@/lib/tiers";
import { audienceCheck } from "../evaluation/audience-check";
import type { EngineMember } from "../evaluation/facts";
import type { Audience, MemberTest } from "../schema";
import { countAudience } from "./count-audience";

const now = new Date("2026-11-22T23:30:00Z");

/** Members who differ in everything that an audience can look at. */
const PEOPLE: { attributes: Record<string, string | number | boolean>; joinedAt: Date }[] = [
  {
    attributes: { city: "BERLIN", age: 31, vip: true, score: 1 },
    joinedAt: new Date("2026-11-22T22:30:00Z"),
  },
  { attributes: { city: "berlin", age: 18, vip: false }, joinedAt: new Date("2026-11-22T23:15:00Z") },
  { attributes: { city: "Évian", age: 17.5, score: "1" }, joinedAt: new Date("2026-11-01T12:00:00Z") },
  { attributes: { tier: "Gold", city: "100%" }, joinedAt: new Date("2025-11-22T12:00:00Z") },
  { attributes: {}, joinedAt: new Date("2020-02-29T12:00:00Z") },
];

const TESTS: MemberTest[] = [
  { attribute: "city", test: { op: "is", value: "Berlin" } },
  { attribute: "city", test: { op: "is_not", value: "berlin" } },
  { attribute: "city", test: { op: "in", value: ["évian", "100%"] } },
  { attribute: "city", test: { op: "not_in", value: ["BERLIN", 7] } },
  { attribute: "city", test: { op: "contains", value: "IAN" } },
  { attribute: "city", test: { op: "contains", value: "%" } },
  { attribute: "city", test: { op: "exists" } },
  { attribute: "city", test: { op: "at_least", value: 3 } },
  { attribute: "age", test: { op: "at_least", value: 18 } },
  { attribute: "age", test: { op: "at_most", value: 17.5 } },
  { attribute: "age", test: { op: "is", value: 31 } },
  { attribute: "vip", test: { op: "is", value: true } },
  { attribute: "vip", test: { op: "is_not", value: true } },
  { attribute: "score", test: { op: "is", value: 1 } },
  { attribute: "score", test: { op: "in", value: ["1"] } },
  { attribute: "daysSinceJoining", test: { op: "at_most", value: 0 } },
  { attribute: "daysSinceJoining", test: { op: "at_least", value: 22 } },
  { attribute: "tier", test: { op: "is", value: "gold" } },
  { attribute: "tier", test: { op: "is_not", value: "gold" } },
  { attribute: "tier", test: { op: "exists" } },
  { attribute: "segments", test: { op: "is", value: "press" } },
  { attribute: "segments", test: { op: "not_in", value: ["press", "regulars"] } },
  { attribute: "segments", test: { op: "exists" } },
  { attribute: "tags", test: { op: "in", value: ["Staff", "guest"] } },
  { attribute: "tags", test: { op: "is_not", value: "staff" } },
  { attribute: "tags", test: { op: "exists" } },
];

test("counts exactly those whom the engine would take for members of the audience", async () => {
  const program = await makeProgram({}, fixedClock(now));
  const { programId, ctx } = program;
  const owner = ctxFor(program, { role: "owner", clock: fixedClock(now) });
  await createTier(owner, { code: "gold", name: "Gold" });
  await createTier(owner, { code: "silver", name: "Silver" });
  await createSegment(owner, { code: "press", name: "Press" });
  await createSegment(owner, { code: "regulars", name: "Regulars" });
  const members = await createMembers(
    ctx,
    PEOPLE.map((person, index) => ({ name: `Member ${index}`, ...person })),
  );
  const profiles = [
    { tier: "gold", tags: ["STAFF"], segments: ["press", "regulars"] },
    { tier: "silver", tags: ["guest", "new"], segments: ["regulars"] },
    { tier: null, tags: [], segments: ["press"] },
    { tier: null, tags: ["new"], segments: [] },
    { tier: null, tags: [], segments: [] },
  ];
  for (const [index, { tier, tags, segments }] of profiles.entries()) {
    const { memberId, cardNumber } = members[index] ?? { memberId: "", cardNumber: "" };
    await db().member.update({
      where: { programId_memberId: { programId, memberId } },
      data: { tier, tags },
    });
    for (const code of segments) await addToSegment(owner, code, { members: [cardNumber] });
  }
  const blocked = await createMembers(ctx, [{ name: "Blocked", attributes: { city: "Berlin" } }]);
  await db().member.updateMany({
    where: { programId, memberId: { in: blocked.map(({ memberId }) => memberId) } },
    data: { status: "blocked" },
  });
  const known = PEOPLE.map(
    ({ attributes, joinedAt }, index): EngineMember => ({
      memberId: members[index]?.memberId ?? "",
      attributes,
      joinedAt,
      ...profiles[index],
    }),
  );
  const pairs = TESTS.flatMap((one, index): Audience[] => {
    const other = TESTS[(index * 7 + 3) % TESTS.length] ?? one;
    return [
      { match: "all", tests: [one] },
      { match: "all", tests: [one, other] },
      { match: "any", tests: [one, other] },
    ];
  });
  for (const audience of pairs) {
    const isForMember = audienceCheck(audience, "Europe/Berlin");
    const expected = known.filter((member) => isForMember(member, now)).length;
    const counted = await countAudience(owner, { audience, condition: null });
    expect({ audience, ...counted }).toEqual({ audience, all: 5, reached: expected });
  }
});

test("looks at what the condition asks of every member too, but not at what they have done", async () => {
  const program = await makeProgram({}, fixedClock(now));
  await createMembers(
    program.ctx,
    PEOPLE.map((person, index) => ({ name: `Member ${index}`, ...person })),
  );
  const analyst = ctxFor(program, { role: "analyst", clock: fixedClock(now) });
  const berlin = { attribute: "city", test: { op: "is" as const, value: "berlin" } };
  const history = {
    kind: "history" as const,
    measure: "count" as const,
    of: { event: "purchase" as const },
    window: { kind: "lifetime" as const },
    op: "at_least" as const,
    value: 3,
    withThis: false,
  };
  const reach = (condition: Parameters<typeof countAudience>[1]["condition"]) =>
    countAudience(analyst, { audience: null, condition });
  expect(await reach(null)).toEqual({ all: 5, reached: 5 });
  expect(await reach({ kind: "all", conditions: [{ kind: "member", ...berlin }, history] })).toEqual({
    all: 5,
    reached: 2,
  });
  expect(await reach({ kind: "any", conditions: [{ kind: "member", ...berlin }, history] })).toEqual({
    all: 5,
    reached: 5,
  });
  await expect(
    countAudience(ctxFor(program, { role: "cashier", clock: fixedClock(now) }), {
      audience: null,
      condition: null,
    }),
  ).rejects.toMatchObject({ code: "forbidden" });
});
