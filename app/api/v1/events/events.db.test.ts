import { beforeAll, describe, expect, it } from "vitest";
import { POST as workerPost } from "@/app/api/worker/postings/route";
import { createApiKey } from "@/lib/api-keys";
import { toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import type { MemberDto } from "@/lib/members";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { makeUser, portalCookie } from "@/lib/testing/people";
import { putInForce } from "@/lib/testing/rules";
import { verifyLedger } from "@/lib/wallet";
import { GET as getActivity } from "../members/[id]/activity/route";
import { GET as getWallet } from "../members/[id]/wallet/route";
import { GET as getEvent } from "./[id]/route";
import { POST as retry } from "./dead-letters/retry/route";
import { GET as listDeadLetters } from "./dead-letters/route";
import { GET, POST } from "./route";

const ORIGIN = "http://localhost:3000";
const none = { params: Promise.resolve({}) };
const at = (id: string) => ({ params: Promise.resolve({ id }) });

let program: TestProgram;
let other: TestProgram;
let member: MemberDto;
let foreigner: MemberDto;
let headers: Record<string, string>;

type Scopes = Parameters<typeof createApiKey>[1]["scopes"];

async function keyHeaders(owner: TestProgram, scopes: Scopes): Promise<Record<string, string>> {
  const { text } = await createApiKey(ctxFor(owner, { role: "owner" }), { name: "Till", scopes });
  return { authorization: `Bearer ${text}`, "content-type": "application/json" };
}

beforeAll(async () => {
  program = await makeProgram({ eventsFrom: "2020-01-01" });
  other = await makeProgram();
  member = await makeMember(program.ctx, { externalId: "c-1" });
  foreigner = await makeMember(other.ctx, { externalId: "c-other" });
  headers = await keyHeaders(program, ["events:write", "events:read", "wallet:read"]);
  await putInForce(program.programId, [
    {
      name: "Base rate",
      trigger: { event: "purchase" },
      effects: [{ kind: "per_amount", points: 1, perMinor: 100 }],
    },
  ]);
});

function sendRaw(body: BodyInit, path = "", extra: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`${ORIGIN}/api/v1/events${path}`, {
    method: "POST",
    headers: { ...headers, ...extra },
    body,
  });
  return POST(request, none);
}
const send = (body: unknown, path = "", extra: Record<string, string> = {}) =>
  sendRaw(JSON.stringify(body), path, extra);
const read = (path: string) => new Request(`${ORIGIN}/api/v1/${path}`, { headers });

const purchase = (id: string, overrides: object = {}) => ({
  type: "purchase",
  id,
  member: { externalId: "c-1" },
  occurredAt: new Date().toISOString(),
  currency: "EUR",
  amountMinor: 1_200,
  ...overrides,
});

async function expectProblem(answer: Response, status: number, code: string, pointer?: string) {
  const problem = await answer.json();
  expect({ status: answer.status, code: problem.code }).toEqual({ status, code });
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  if (pointer !== undefined) expect(problem.errors[0].pointer).toBe(pointer);
  return problem;
}

const countEvents = () => db().event.count({ where: { programId: program.programId } });

describe("POST /api/v1/events", () => {
  it("accepts one event, knows it again, and refuses the id for another", async () => {
    const event = purchase("one");
    const first = await send(event);
    expect(first.status).toBe(202);
    const { eventId, status } = await first.json();
    expect(status).toBe("accepted");
    expect(eventId).toMatch(/^evt_/);

    const again = await send(event);
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ eventId, status: "duplicate" });
    await expectProblem(await send({ ...event, amountMinor: 1 }), 409, "id_conflict", "/id");
  });

  it("knows an event again however the member is named and the keys are ordered", async () => {
    const event = purchase("named", { attributes: { b: 1, a: 2 } });
    await send(event);
    const same = {
      ...event,
      attributes: { a: 2, b: 1 },
      member: { id: toTypeId("mem", member.memberId) },
      occurredAt: new Date(event.occurredAt).toISOString().replace("Z", "+00:00"),
    };
    expect((await send(same)).status).toBe(200);
    expect((await send({ ...same, member: { cardNumber: member.cardNumber } })).status).toBe(200);
  });

  it("keeps the device and the codes of a purchase, and refuses too many codes", async () => {
    const codes = ["SUMMER10", "app-5"];
    const { eventId } = await (await send(purchase("coded", { device: "ios", codes }))).json();
    const event = await getEvent(read(`events/${eventId}`), at(eventId));
    expect(await event.json()).toMatchObject({ payload: { device: "ios", codes } });
    const tooMany = Array.from({ length: 21 }, (_, place) => `c${place}`);
    await expectProblem(await send(purchase("overcoded", { codes: tooMany })), 422, "too_big", "/codes");
  });

  it("waits for the decision when asked to", async () => {
    const answer = await send(purchase("waited", { store: "Kollwitzstr." }), "?wait=true");
    expect(answer.status).toBe(200);
    const { state, decision } = await answer.json();
    expect(state).toBe("posted");
    expect(decision).toMatchObject({
      points: 12,
      campaigns: [{ name: "Base rate", fired: true, granted: 12 }],
    });
    expect(decision.reason).toContain("at Kollwitzstr. · Base rate");
    expect(decision.balanceAfter).toBeGreaterThanOrEqual(12);
  });

  it("says of a waited-for event that it failed, and why", async () => {
    const event = { type: "return", id: "no-purchase", purchaseId: "nothing" };
    const { member: who, occurredAt } = purchase("x");
    const answer = await send({ ...event, member: who, occurredAt }, "?wait=true");
    expect(await answer.json()).toMatchObject({ state: "dead", error: { code: "purchase_not_found" } });
  });

  it("answers a batch item by item", async () => {
    const before = await countEvents();
    const bought = purchase("b1");
    const answer = await send({
      events: [
        bought,
        purchase("b2", { lines: [{ amountMinor: -1 }] }),
        bought,
        { ...bought, amountMinor: 7 },
        purchase("b3", { member: { externalId: "c-other" } }),
        null,
        purchase("b4"),
      ],
    });
    expect(answer.status).toBe(200);
    const { accepted, duplicates, rejected, results } = await answer.json();
    expect({ accepted, duplicates, rejected }).toEqual({ accepted: 2, duplicates: 1, rejected: 4 });
    const said = results.map((result: { status: string; error?: { code: string; pointer: string } }) => [
      result.status,
      result.error?.code,
      result.error?.pointer,
    ]);
    expect(said).toEqual([
      ["accepted", undefined, undefined],
      ["rejected", "too_small", "/events/1/lines/0/amountMinor"],
      ["duplicate", undefined, undefined],
      ["rejected", "id_conflict", "/events/3/id"],
      ["rejected", "unknown_member", "/events/4/member"],
      ["rejected", "invalid_type", "/events/5"],
      ["accepted", undefined, undefined],
    ]);
    expect(await countEvents()).toBe(before + 2);
  });

  const day = 86_400_000;
  const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();
  it.each<[string, object, string, string]>([
    ["a type that does not exist", { type: "sale" }, "invalid_union", "/type"],
    ["a text where a number belongs", { amountMinor: "12" }, "invalid_type", "/amountMinor"],
    ["a negative amount", { amountMinor: -5 }, "too_small", "/amountMinor"],
    ["a huge amount", { amountMinor: 1e12 }, "too_big", "/amountMinor"],
    ["cents in fractions", { amountMinor: 10.5 }, "invalid_type", "/amountMinor"],
    [
      "a huge sum",
      { amountMinor: undefined, lines: [{ amountMinor: 6e10 }, { amountMinor: 6e10 }] },
      "too_big",
      "/lines",
    ],
    ["no amount", { amountMinor: undefined }, "amount_missing", "/amountMinor"],
    ["a field that does not exist", { amuontMinor: 5 }, "unrecognized_keys", ""],
    ["a source of the program's own", { source: "tessera" }, "reserved_source", "/source"],
    ["a file of credits as source", { source: "credit:job_1" }, "reserved_source", "/source"],
    ["a wrong currency", { currency: "USD" }, "wrong_currency", "/currency"],
    ["the future", { occurredAt: inDays(1) }, "occurred_in_future", "/occurredAt"],
    ["ancient times", { occurredAt: "1999-05-01T10:00:00Z" }, "occurred_too_early", "/occurredAt"],
    ["a time without offset", { occurredAt: "2026-01-01T10:00:00" }, "invalid_format", "/occurredAt"],
    ["a day that does not exist", { occurredAt: "2026-02-30T10:00:00Z" }, "invalid_format", "/occurredAt"],
    ["an unknown member", { member: { externalId: "nobody" } }, "unknown_member", "/member"],
    ["a member named twice", { member: { externalId: "c-1", cardNumber: "X" } }, "custom", "/member"],
    ["a member id of another form", { member: { id: "evt_123" } }, "custom", "/member/id"],
    ["a NUL character", { store: "a\u0000b" }, "nul_character", "/store"],
    [
      "half a surrogate pair",
      { lines: [{ name: "\ud83d", amountMinor: 1 }] },
      "broken_unicode",
      "/lines/0/name",
    ],
    ["too fine a quantity", { lines: [{ quantity: 0.0001, amountMinor: 1 }] }, "custom", "/lines/0/quantity"],
  ])("refuses %s and keeps nothing", async (_case, overrides, code, pointer) => {
    const before = await countEvents();
    await expectProblem(await send(purchase("refused", overrides)), 422, code, pointer);
    expect(await countEvents()).toBe(before);
  });

  it("refuses a NUL character in the member's number", async () => {
    const answer = await send(purchase("nul-member", { member: { externalId: "c\u0000" } }));
    await expectProblem(answer, 422, "nul_character", "/member/externalId");
  });

  it("treats another program's member as unknown, by any of its names", async () => {
    const { memberId, cardNumber } = foreigner;
    for (const ref of [{ id: toTypeId("mem", memberId) }, { cardNumber }, { externalId: "c-other" }]) {
      await expectProblem(await send(purchase("foreign", { member: ref })), 422, "unknown_member", "/member");
    }
  });

  it("refuses a member who has left", async () => {
    const gone = await makeMember(program.ctx, { externalId: "gone" });
    await db().member.updateMany({ where: { memberId: gone.memberId }, data: { status: "closed" } });
    const answer = await send(purchase("late", { member: { externalId: "gone" } }));
    await expectProblem(answer, 422, "member_closed", "/member");
  });

  it("refuses 1,001 events and an empty batch with a clear sentence", async () => {
    const many = Array.from({ length: 1_001 }, (_, index) => purchase(`many-${index}`));
    const problem = await expectProblem(await send({ events: many }), 422, "invalid", "/events");
    expect(problem.title).toBe("A batch holds at most 1,000 events; this one has 1,001. Send it in parts.");
    await expectProblem(await send({ events: [] }), 422, "invalid", "/events");
    await expectProblem(await send({ events: "none" }), 422, "invalid", "/events");
  });

  it("refuses a body of 10 MB, broken UTF-8 and broken JSON", async () => {
    await expectProblem(await sendRaw("x".repeat(10_000_000)), 413, "payload_too_large");
    const broken = Buffer.from(JSON.stringify(purchase("utf8", { store: "Zo?" }))).map((byte) =>
      byte === 0x3f ? 0xff : byte,
    );
    await expectProblem(await sendRaw(broken), 400, "malformed");
    const malformed = await expectProblem(await sendRaw('{"type": "purchase",,}'), 400, "malformed");
    expect(malformed.title).toMatch(/position 20/);
  });

  it("needs a key, and the scope", async () => {
    await expectProblem(
      await send(purchase("k"), "", { authorization: "Bearer tsk_wrong" }),
      401,
      "unauthenticated",
    );
    const reader = await keyHeaders(program, ["events:read"]);
    await expectProblem(await send(purchase("k"), "", reader), 403, "forbidden");
  });

  it("replays the answer for the same Idempotency-Key", async () => {
    const key = { "idempotency-key": "batch-1" };
    const first = await (await send({ events: [purchase("i1")] }, "", key)).json();
    expect(first.accepted).toBe(1);
    await db().event.count();
    const events = [{ ...purchase("i2") }];
    await expectProblem(await send({ events }, "", key), 409, "idempotency_key_reused");
  });
});

describe("reading", () => {
  it("shows an event, the wallet and the activity, to those of the program alone", async () => {
    const answer = await send(purchase("shown", { store: "Mitte" }), "?wait=true");
    const { eventId, decision } = await answer.json();
    const event = await (await getEvent(read(`events/${eventId}`), at(eventId))).json();
    expect(event).toMatchObject({ externalId: "shown", status: "posted", points: 12 });
    expect(event.transfers).toMatchObject([{ kind: "earn", amount: 12 }]);

    const id = toTypeId("mem", member.memberId);
    const wallet = await (await getWallet(read(`members/${id}/wallet`), at(id))).json();
    expect(wallet).toMatchObject({ memberId: id, available: decision.balanceAfter });
    const activity = await (await getActivity(read(`members/${id}/activity?limit=1`), at(id))).json();
    expect(activity.items).toMatchObject([{ eventId, points: 12 }]);
    expect(activity.nextCursor).not.toBeNull();

    const foreign = await keyHeaders(other, ["events:read", "wallet:read"]);
    const ask = (path: string) => new Request(`${ORIGIN}/api/v1/${path}`, { headers: foreign });
    await expectProblem(await getEvent(ask(`events/${eventId}`), at(eventId)), 404, "not_found");
    await expectProblem(await getWallet(ask(`members/${id}/wallet`), at(id)), 404, "not_found");
    await expectProblem(await getActivity(ask(`members/${id}/activity`), at(id)), 404, "not_found");
    await expectProblem(await GET(read("events?cursor=nonsense"), none), 422, "invalid");
  });

  it("lists events page by page without losing or repeating one", async () => {
    const ids: string[] = [];
    let cursor = "";
    do {
      const page = await (await GET(read(`events?limit=2${cursor}`), none)).json();
      ids.push(...page.items.map((item: { eventId: string }) => item.eventId));
      cursor = page.nextCursor === null ? "" : `&cursor=${page.nextCursor}`;
    } while (cursor !== "");
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(await countEvents());
  });

  it("lists dead letters, and lets those retry who may", async () => {
    const page = await (await listDeadLetters(read("events/dead-letters"), none)).json();
    expect(page.items).toMatchObject([{ code: "purchase_not_found", event: { externalId: "no-purchase" } }]);
    const ask = async (role: "support" | "analyst") => {
      const user = await makeUser({ organizationId: program.organizationId, role });
      return new Request(`${ORIGIN}/api/v1/events/dead-letters/retry`, {
        method: "POST",
        headers: {
          cookie: await portalCookie(user.userId),
          origin: ORIGIN,
          "tessera-program": program.slug,
          "content-type": "application/json",
        },
        body: JSON.stringify({ all: true }),
      });
    };
    await expectProblem(await retry(await ask("analyst"), none), 403, "forbidden");
    const done = await retry(await ask("support"), none);
    expect(await done.json()).toEqual({ requeued: 1 });
  });
});

describe("POST /api/worker/postings", () => {
  const call = (authorization?: string) =>
    workerPost(
      new Request(`${ORIGIN}/api/worker/postings`, {
        method: "POST",
        headers: authorization === undefined ? {} : { authorization },
      }),
    );

  it("refuses whoever does not know the secret", async () => {
    await expectProblem(await call(), 401, "unauthenticated");
    await expectProblem(await call("Bearer nothing"), 401, "unauthenticated");
  });

  it("posts slice after slice until nothing waits", async () => {
    await send({ events: [purchase("w1"), purchase("w2")] });
    let posted = 0;
    for (;;) {
      const report = await (await call(`Bearer ${process.env.WORKER_SECRET}`)).json();
      if (report.claimed === 0) break;
      posted += report.posted;
    }
    expect(posted).toBeGreaterThanOrEqual(2);
    expect(await db().queue.count({ where: { programId: program.programId } })).toBe(0);
    expect((await verifyLedger(program.ctx)).findings).toEqual([]);
  });
});
