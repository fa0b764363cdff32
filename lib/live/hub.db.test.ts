import { expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { db, withTx } from "@/lib/db";
import { receiveEvents } from "@/lib/flows/post-events";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { atDesk, NEVER } from "@/lib/wallet";
import { POINTS_POSTED } from "@/lib/wallet/schema";
import type { Announcement } from "./announcements";
import { readFeed } from "./feed";
import { hub } from "./hub";
import { readMissed } from "./resume";
import { streamMember } from "./stream-member";

/** Posts a movement, which announces itself. @returns its cause */
async function announce({ ctx }: TestProgram, memberId: string, points: number): Promise<string> {
  const causeId = newId();
  await withTx({}, (tx) =>
    atDesk(tx, ctx, { memberId }, (desk) => {
      const terms = { state: "active", expiresOn: NEVER, sliding: false } as const;
      desk.enter({
        causeId,
        memberId,
        subject: { type: "adjustment", reason: "Thank you" },
        movements: [{ kind: "credit", campaignId: null, amount: points, terms }],
      });
    }),
  );
  return causeId;
}

/** Announces again and again until the listener, which connects in its own time, has heard one. */
async function untilHeard(announceOne: () => Promise<unknown>, heard: () => boolean): Promise<void> {
  while (!heard()) {
    await announceOne();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test("tells the subscribers of a program what was posted, each announcement once, and nobody else", async () => {
  const [program, other] = await Promise.all([makeProgram(), makeProgram()]);
  const member = await makeMember(program.ctx);
  const heard: Announcement[] = [];
  const elsewhere: Announcement[] = [];
  let wake: () => void = () => undefined;
  const stop = hub().subscribe(program.programId, (announcements) => {
    heard.push(...announcements);
    wake();
  });
  const stopElsewhere = hub().subscribe(other.programId, (announcements) => {
    elsewhere.push(...announcements);
  });
  try {
    await untilHeard(
      () => announce(program, member.memberId, 1),
      () => heard.length > 0,
    );
    const last = await announce(program, member.memberId, 36);
    const arrived = () => heard.some(({ items }) => items.some(({ causeId }) => causeId === last));
    while (!arrived()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const ids = heard.map(({ outboxId }) => outboxId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(elsewhere).toEqual([]);
  } finally {
    stop();
    stopElsewhere();
  }
});

test("resumes after the announcement that was seen last", async () => {
  const program = await makeProgram();
  const member = await makeMember(program.ctx);
  await announce(program, member.memberId, 1);
  const [seen] = await db().outbox.findMany({
    where: { programId: program.programId, topic: POINTS_POSTED },
  });
  const missed = await announce(program, member.memberId, 2);
  const announcements = await readMissed(program.programId, seen?.outboxId ?? null);
  expect(announcements.flatMap(({ items }) => items.map(({ causeId }) => causeId))).toEqual([missed]);
  expect(await readMissed(program.programId, null)).toEqual([]);
  expect(await readMissed(program.programId, "'; DROP TABLE outbox")).toEqual([]);
});

test("feeds the portal the newest first, with names", async () => {
  const program = await makeProgram();
  const member = await makeMember(program.ctx, { name: "Amira Haddad" });
  await announce(program, member.memberId, 1);
  await announce(program, member.memberId, 2);
  const feed = await readFeed(ctxFor(program, { role: "analyst" }));
  expect(feed.map(({ memberName, delta }) => [memberName, delta])).toEqual([
    ["Amira Haddad", 2],
    ["Amira Haddad", 1],
  ]);
  await expect(readFeed(ctxFor(program, { scopes: ["events:write"] }))).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("feeds the portal what gave or withdrew benefits and moved no points", async () => {
  const program = await makeProgram();
  await putInForce(program.programId, [
    {
      name: "Breakfast",
      trigger: { event: "purchase" },
      effects: [{ kind: "badge", badge: "Early bird" }],
      condition: { kind: "event", field: "store", test: { op: "is", value: "Mitte" } },
    },
  ]);
  const { cardNumber } = await makeMember(program.ctx, { name: "Amira Haddad" });
  const common = { member: { cardNumber }, occurredAt: "2026-03-14T08:00:00Z" };
  const purchase = { type: "purchase", currency: "EUR", lines: [{ amountMinor: 500 }], ...common };
  await receiveEvents(program.ctx, { ...purchase, id: "p-1", store: "Mitte" }, true);
  await receiveEvents(program.ctx, { ...purchase, id: "p-2", store: "West" }, true);
  await receiveEvents(program.ctx, { type: "return", id: "r-1", purchaseId: "p-1", ...common }, true);
  const feed = await readFeed(ctxFor(program, { role: "analyst" }));
  expect(feed.map(({ memberName, delta, balance }) => [memberName, delta, balance])).toEqual([
    ["Amira Haddad", 0, 0],
    ["Amira Haddad", 0, 0],
  ]);
  expect(feed.map(({ reason }) => reason)).toEqual([
    expect.stringContaining("Return"),
    expect.stringContaining("Breakfast: "),
  ]);
});

test("streams to a member the member's own movements alone", async () => {
  const program = await makeProgram();
  const [member, stranger] = await Promise.all([
    makeMember(program.ctx),
    makeMember(program.ctx, { name: "Somebody Else" }),
  ]);
  await announce(program, member.memberId, 1);
  const [seen] = await db().outbox.findMany({
    where: { programId: program.programId, topic: POINTS_POSTED },
  });
  await announce(program, stranger.memberId, 99);
  await announce(program, member.memberId, 36);
  const client = new AbortController();
  const request = new Request("http://tessera.test/", {
    headers: { "last-event-id": seen?.outboxId ?? "" },
    signal: client.signal,
  });
  const actor = { kind: "member", memberId: member.memberId } as const;
  const reader = streamMember({ ...program.ctx, actor }, request, "en").body?.getReader();
  let text = "";
  while (reader && !text.includes("data: ")) {
    const { value, done } = await reader.read();
    if (done) break;
    text += new TextDecoder().decode(value);
  }
  await reader?.cancel();
  expect(text).toContain('"delta":36');
  expect(text).not.toContain('"delta":99');
});
