import { describe, expect, it } from "vitest";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { readMember } from "@/lib/members";
import { createSegment, listSegmentsOf } from "@/lib/segments";
import { makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { createTier } from "@/lib/tiers";
import { readOutcome } from "@/lib/wallet";
import { postSlice } from "./post-slice";

const NOW = new Date("2026-11-22T09:00:00Z");
const clock = fixedClock(NOW);
type Effects = CampaignDefinitionInput["effects"];

async function club(...campaigns: { name?: string; event?: string; effects: Effects }[]) {
  const program = await makeProgram({ lanes: 1 }, clock);
  for (const code of ["silver", "gold"]) await createTier(program.ctx, { code, name: code });
  for (const code of ["vip", "lapsed"]) await createSegment(program.ctx, { code, name: code });
  await putInForce(
    program.programId,
    campaigns.map(({ name = "Stamp card", event, effects }) => ({
      name,
      trigger: event === undefined ? { event: "purchase" } : { event: "custom", name: event },
      effects,
    })),
  );
  const { memberId } = await makeMember(program.ctx, { externalId: "c-1", tags: ["press"] });
  return { program, memberId };
}

async function send(program: TestProgram, ...events: object[]): Promise<void> {
  const { rejected, results } = await acceptEvents(
    program.ctx,
    events.map((event) => ({ member: { externalId: "c-1" }, occurredAt: NOW.toISOString(), ...event })),
  );
  if (rejected > 0) throw new Error(JSON.stringify(results));
}
const purchase = (id: string) => ({
  type: "purchase",
  id,
  currency: "EUR",
  lines: [{ amountMinor: 400 }, { amountMinor: 600 }],
});
const comesBack = (purchaseId: string, lines?: object[]) => ({
  type: "return",
  id: `back-${purchaseId}-${lines?.length ?? "all"}`,
  purchaseId,
  lines,
});

async function post({ programId }: TestProgram, limit = 1_000): Promise<void> {
  for (;;) {
    const report = await postSlice({ programId, limit, clock });
    if (report === null) return;
    expect(report.deadLettered).toBe(0);
  }
}

/** Sends, posting after each event or all in one slice: the end must be the same. */
async function run(program: TestProgram, slices: "one" | "each", ...events: object[]): Promise<void> {
  await send(program, ...events);
  await post(program, slices === "one" ? 1_000 : 1);
}

async function outcomes(programId: string) {
  const rows = await db().decision.findMany({ where: { programId }, orderBy: { entryNo: "asc" } });
  return Promise.all(rows.map(({ outcome }) => readOutcome({ programId, tx: db() }, outcome)));
}
const of = ({ programId }: TestProgram) => ({ where: { programId } });

describe.each(["one", "each"] as const)("benefits, %s slice", (slices) => {
  it("gives a voucher for each purchase once, and voids it when all of it comes back", async () => {
    const { program, memberId } = await club({
      effects: [{ kind: "voucher", name: "Free coffee", validDays: 30, costMinor: 250 }],
    });
    await run(program, slices, purchase("a"), purchase("b"), comesBack("a", [{ line: 0, quantity: 1 }]));
    await send(program, purchase("a"));
    await post(program);
    const issued = await db().voucher.findMany({ ...of(program), orderBy: { voucherId: "asc" } });
    expect(issued).toHaveLength(2);
    expect(issued[0]).toMatchObject({
      memberId,
      name: "Free coffee",
      costMinor: 250n,
      state: "issued",
      expiresOn: new Date("2026-12-21"),
    });
    await run(program, slices, comesBack("a"));
    const [first, second] = await db().voucher.findMany({ ...of(program), orderBy: { voucherId: "asc" } });
    expect([first?.state, second?.state]).toEqual(["withdrawn", "issued"]);
    const [bought, , , back] = await outcomes(program.programId);
    expect(bought?.benefits).toMatchObject([{ kind: "voucher", what: "Free coffee", until: "2026-12-21" }]);
    expect(bought?.campaigns[0]).toMatchObject({ fired: true, granted: 0 });
    expect(back?.withdrawn).toMatchObject([{ kind: "voucher", name: "Stamp card" }]);
    expect(back?.withdrawn?.[0]?.stays).toBeUndefined();
  });

  it("leaves a voucher that has been used", async () => {
    const { program } = await club({ effects: [{ kind: "voucher", name: "Free coffee" }] });
    await run(program, slices, purchase("a"));
    await db().voucher.updateMany({ ...of(program), data: { state: "used", closedAt: NOW } });
    await run(program, slices, comesBack("a"));
    expect(await db().voucher.findFirst(of(program))).toMatchObject({ state: "used" });
    expect((await outcomes(program.programId)).at(-1)?.withdrawn).toMatchObject([{ stays: true }]);
  });

  it("counts badges and challenges, and counts them back", async () => {
    const { program, memberId } = await club({
      effects: [
        { kind: "badge", badge: "Early bird" },
        { kind: "progress", challenge: "Ten cups", by: 4, goal: 10 },
      ],
    });
    await run(program, slices, purchase("a"), purchase("b"), purchase("c"));
    const standing = () => db().challengeProgress.findFirst(of(program));
    const badge = () => db().badge.findFirst(of(program));
    expect(await standing()).toMatchObject({ memberId, progress: 2n, goal: 10n, completed: 1 });
    expect(await badge()).toMatchObject({ badge: "Early bird", count: 3, firstGiven: NOW });
    expect((await outcomes(program.programId)).at(-1)?.benefits?.[1]).toMatchObject({
      progress: { now: 2, goal: 10, completed: 1 },
    });
    await run(program, slices, comesBack("b"));
    expect(await standing()).toMatchObject({ progress: 8n, completed: 0 });
    expect(await badge()).toMatchObject({ count: 2 });
    await run(program, slices, comesBack("a"), comesBack("c"));
    expect(await standing()).toMatchObject({ progress: 0n, completed: 0 });
    expect(await badge()).toMatchObject({ count: 0 });
  });

  it("changes tier, tags and segments, and changes back what it changed last", async () => {
    const { program, memberId } = await club({
      effects: [
        { kind: "tier", tier: "gold" },
        { kind: "tag", tag: "coffee lover" },
        { kind: "tag", tag: "PRESS", action: "remove" },
        { kind: "segment", segment: "vip" },
      ],
    });
    await run(program, slices, purchase("a"), purchase("b"));
    const { ctx } = program;
    expect(await readMember(ctx, memberId)).toMatchObject({ tier: "gold", tags: ["coffee lover"] });
    expect(await listSegmentsOf(ctx, memberId)).toMatchObject([{ code: "vip" }]);
    // The second purchase asked for the same, so nothing changes while it stands.
    await run(program, slices, comesBack("a"));
    expect(await readMember(ctx, memberId)).toMatchObject({ tier: "gold", tags: ["coffee lover"] });
    expect(await listSegmentsOf(ctx, memberId)).toHaveLength(1);
    // The second inherits what was before the first, and goes back to that.
    await run(program, slices, comesBack("b"));
    expect(await readMember(ctx, memberId)).toMatchObject({ tier: null, tags: ["PRESS"] });
    expect(await listSegmentsOf(ctx, memberId)).toEqual([]);
  });

  it("goes back step by step, whichever gift comes back first", async () => {
    const { program, memberId } = await club(
      {
        event: "silver",
        effects: [
          { kind: "tier", tier: "silver" },
          { kind: "tag", tag: "new" },
        ],
      },
      {
        effects: [
          { kind: "tier", tier: "gold" },
          { kind: "tag", tag: "new", action: "remove" },
        ],
      },
    );
    const profile = async () => {
      const { tier, tags } = await readMember(program.ctx, memberId);
      return { tier, tags };
    };
    await run(program, slices, { type: "custom", name: "silver", id: "s" }, purchase("a"), purchase("b"));
    expect(await profile()).toEqual({ tier: "gold", tags: ["press"] });
    await run(program, slices, comesBack("a"));
    expect(await profile()).toEqual({ tier: "gold", tags: ["press"] });
    await run(program, slices, comesBack("b"));
    expect(await profile()).toEqual({ tier: "silver", tags: ["press", "new"] });
  });

  it("restores tier, tags and segments when the only purchase comes back", async () => {
    const { program, memberId } = await club({
      effects: [
        { kind: "tier", tier: "gold" },
        { kind: "tag", tag: "coffee lover" },
        { kind: "tag", tag: "press", action: "remove" },
        { kind: "segment", segment: "vip" },
      ],
    });
    await run(program, slices, purchase("a"), comesBack("a"));
    expect(await readMember(program.ctx, memberId)).toMatchObject({ tier: null, tags: ["press"] });
    expect(await listSegmentsOf(program.ctx, memberId)).toEqual([]);
    expect(await db().benefit.count({ where: { programId: program.programId, state: "given" } })).toBe(0);
  });

  it("is seen by the rules of the next event", async () => {
    const program = await makeProgram({ lanes: 1 }, clock);
    await createSegment(program.ctx, { code: "vip", name: "VIP" });
    const isVip = {
      match: "all" as const,
      tests: [{ attribute: "segments", test: { op: "is" as const, value: "vip" } }],
    };
    await putInForce(program.programId, [
      { name: "In", trigger: { event: "purchase" }, effects: [{ kind: "segment", segment: "vip" }] },
      {
        name: "Bonus",
        trigger: { event: "purchase" },
        audience: isVip,
        effects: [{ kind: "fixed", points: 7 }],
      },
    ]);
    await makeMember(program.ctx, { externalId: "c-1" });
    await run(program, slices, purchase("a"), purchase("b"));
    const points = (await db().decision.findMany({ ...of(program), orderBy: { entryNo: "asc" } })).map(
      (row) => row.points,
    );
    expect(points).toEqual([0n, 7n]);
  });

  it("writes messages and calls, and stops a call that has not been made", async () => {
    const { program, memberId } = await club({
      effects: [
        { kind: "notify", title: "Thank you", body: "See you soon." },
        { kind: "webhook", url: "https://example.com/hook", topic: "loyalty.thanks" },
      ],
    });
    await run(program, slices, purchase("a"));
    expect(await db().message.findFirst(of(program))).toMatchObject({
      memberId,
      title: "Thank you",
      readAt: null,
    });
    const call = await db().webhookCall.findFirstOrThrow(of(program));
    expect(call).toMatchObject({ state: "waiting", topic: "loyalty.thanks", nextAttemptAt: NOW });
    expect(JSON.parse(call.body)).toMatchObject({
      type: "loyalty.thanks",
      data: { campaign: { name: "Stamp card" } },
    });
    await run(program, slices, comesBack("a"));
    expect(await db().webhookCall.findFirst(of(program))).toMatchObject({
      state: "withdrawn",
      closedAt: NOW,
    });
    expect((await outcomes(program.programId)).at(-1)?.withdrawn).toMatchObject([
      { kind: "webhook" },
      { kind: "notify", stays: true },
    ]);
  });
});

describe("benefits that lead to others", () => {
  it("lets campaigns begin with a change of tier, a segment entered and a challenge completed", async () => {
    const { program } = await club(
      {
        effects: [
          { kind: "tier", tier: "gold" },
          { kind: "segment", segment: "vip" },
        ],
      },
      { effects: [{ kind: "progress", challenge: "Two", by: 1, goal: 2 }] },
      { name: "Golden", event: "tier.changed", effects: [{ kind: "fixed", points: 100 }] },
      { name: "Welcome", event: "segment.entered", effects: [{ kind: "fixed", points: 10 }] },
      { name: "Done", event: "challenge.completed", effects: [{ kind: "fixed", points: 1 }] },
    );
    await run(program, "one", purchase("a"), purchase("b"));
    const sum = await db().decision.aggregate({ ...of(program), _sum: { points: true } });
    expect(sum._sum.points).toBe(111n);
  });

  it("comes to an end where two campaigns answer each other for ever", async () => {
    const { program } = await club(
      { effects: [{ kind: "segment", segment: "vip" }] },
      { event: "segment.entered", effects: [{ kind: "segment", segment: "vip", action: "remove" }] },
      { event: "segment.left", effects: [{ kind: "segment", segment: "vip" }] },
    );
    await run(program, "one", purchase("a"));
    expect(await db().event.count(of(program))).toBe(9);
  });
});
