import { expect, it } from "vitest";
import { systemCtx } from "@/lib/auth/context";
import { sendMessage } from "@/lib/benefits";
import { fixedClock } from "@/lib/core/clock";
import { Forbidden } from "@/lib/core/errors";
import { lowestId } from "@/lib/core/ids";
import { db, withTx } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { createSegment } from "@/lib/segments";
import { ctxFor, makeMember, makeProgram } from "@/lib/testing/fixtures";
import { listRetentionRuns } from "./list-retention-runs";
import { setPrivacyPolicy } from "./policy";
import { keepRetention, previewRetention } from "./retention";

const DAY_MS = 86_400_000;
/** Ids bear the time at which they were drawn: rows of now are old in a year and a half. */
const LATER = new Date(Date.now() + 540 * DAY_MS);

async function makeOldClub() {
  const program = await makeProgram();
  const { memberId, cardNumber } = await makeMember(program.ctx, { externalId: "quiet" });
  await withTx({}, (tx) =>
    sendMessage(tx, program.programId, { memberId, title: "Hello", body: "Welcome.", sentAt: new Date() }),
  );
  await acceptEvents(program.ctx, [
    {
      type: "purchase",
      id: "p1",
      member: { cardNumber },
      occurredAt: new Date(Date.now() - DAY_MS).toISOString(),
      currency: "EUR",
      store: "North",
      device: "till-4",
      codes: ["SPRING"],
      attributes: { served: "by Ines" },
      lines: [{ amountMinor: 400, sku: "tea", category: "Tea", name: "Tea for Ravi" }],
    },
  ]);
  await createSegment(program.ctx, { code: "friends", name: "Ravi's friends" });
  const later = { ...systemCtx(program.programId, "retention", fixedClock(LATER)) };
  return { program, memberId, later };
}

it("lets nothing go where nobody asked for it", async () => {
  const { program, later } = await makeOldClub();
  await setPrivacyPolicy(program.ctx, { graceDays: 3 });
  expect(await previewRetention(later)).toEqual({
    inactiveMembers: null,
    eventDetails: null,
    messages: null,
    mails: null,
    auditDetails: null,
  });
  expect(await keepRetention(later)).toEqual({});
});

it("says what would go, lets it go once, and leaves what is younger and what campaigns count by", async () => {
  const { program, memberId, later } = await makeOldClub();
  const { programId } = program;
  const retention = { messages: 12, eventDetails: 12, auditDetails: 12 };
  await setPrivacyPolicy(program.ctx, { retention });
  const preview = await previewRetention(later);
  expect(preview).toMatchObject({ messages: 1, eventDetails: 1, inactiveMembers: null });
  expect(preview.auditDetails).toBeGreaterThan(0);
  // Three months from now it is not old enough.
  const soon = systemCtx(programId, "retention", fixedClock(new Date(Date.now() + 90 * DAY_MS)));
  expect(await keepRetention(soon)).toEqual({});
  expect(await keepRetention(later)).toMatchObject({ messages: 1, eventDetails: 1 });
  expect(await db().message.count({ where: { memberId } })).toBe(0);
  const { payload } = await db().event.findFirstOrThrow({ where: { programId } });
  expect(payload).toMatchObject({
    store: "North",
    lines: [{ amountMinor: 400, sku: "tea", category: "Tea" }],
  });
  expect(JSON.stringify(payload)).not.toMatch(/Ines|till-4|SPRING|Ravi/);
  const audit = await db().audit.findMany({ where: { programId } });
  expect(JSON.stringify(audit)).toContain("segment.created");
  expect(JSON.stringify(audit)).not.toContain("Ravi's friends");
  const runs = await listRetentionRuns(later, 3);
  expect(runs.map((run) => [run.rule, run.isDone])).toEqual([
    ["auditDetails", true],
    ["eventDetails", true],
    ["messages", true],
  ]);
  expect(runs[1]).toMatchObject({ rule: "eventDetails", done: 1 });
  const cashier = ctxFor(program, { role: "cashier" });
  await expect(listRetentionRuns(cashier, 3)).rejects.toBeInstanceOf(Forbidden);
  // The day's work is done; the next day goes on behind it.
  expect(await keepRetention(later)).toEqual({});
  const nextDay = systemCtx(programId, "retention", fixedClock(new Date(LATER.getTime() + DAY_MS)));
  expect(await keepRetention(nextDay)).toEqual({});
});

it("erases members who have been away for too long, and no others", async () => {
  const { program, memberId, later } = await makeOldClub();
  const { programId } = program;
  const active = await makeMember(program.ctx, { externalId: "active" });
  await db().member.update({
    where: { programId_memberId: { programId, memberId: active.memberId } },
    data: { lastSignInAt: new Date(LATER.getTime() - 30 * DAY_MS) },
  });
  const buyer = await makeMember(program.ctx, { externalId: "buyer" });
  const event = await db().event.findFirstOrThrow({ where: { programId } });
  await db().event.create({
    data: {
      ...event,
      payload: event.payload ?? {},
      eventId: lowestId(LATER.getTime() - 10 * DAY_MS),
      externalId: "recent",
      memberId: buyer.memberId,
    },
  });
  await setPrivacyPolicy(program.ctx, { graceDays: 5, retention: { inactiveMembers: 12 } });
  expect(await previewRetention(later)).toMatchObject({ inactiveMembers: 1 });
  expect(await keepRetention(later)).toEqual({ inactiveMembers: 1 });
  expect(await db().erasure.findMany({ where: { programId } })).toMatchObject([
    {
      memberId,
      state: "waiting",
      requestedBy: "system:retention",
      dueAt: new Date(LATER.getTime() + 5 * DAY_MS),
    },
  ]);
});

it("is for those who run the program to look at", async () => {
  const { program } = await makeOldClub();
  await expect(previewRetention(ctxFor(program, { role: "support" }))).rejects.toThrow(Forbidden);
});
