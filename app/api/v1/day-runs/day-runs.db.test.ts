import { expect, test } from "vitest";
import { POST as closeDaily } from "@/app/api/worker/daily/route";
import { createApiKey } from "@/lib/api-keys";
import { addDays, localDay } from "@/lib/core/calendar";
import { fixedClock } from "@/lib/core/clock";
import { toTypeId } from "@/lib/core/ids";
import { ctxFor, makeMember, makeProgram } from "@/lib/testing/fixtures";
import { giveLots } from "@/lib/testing/lots";
import { makeUser, portalCookie } from "@/lib/testing/people";
import { GET as getStatements } from "../members/[id]/statements/route";
import { POST as retryDay } from "./[day]/retry/route";
import { GET } from "./route";

const ORIGIN = "http://localhost:3000";
const DAY_MS = 86_400_000;
const none = { params: Promise.resolve({}) };

function daily(authorization?: string): Promise<Response> {
  const headers = new Headers(authorization === undefined ? [] : [["authorization", authorization]]);
  return closeDaily(new Request(`${ORIGIN}/api/worker/daily`, { method: "POST", headers }));
}

test("a cron closes the days that have begun, and partners read what they did and the statements", async () => {
  const founded = new Date(Date.now() - 40 * DAY_MS);
  const program = await makeProgram({ timeZone: "UTC" }, fixedClock(founded));
  const member = await makeMember(program.ctx);
  const last = addDays(localDay(founded, "UTC"), 2);
  const terms = { state: "active" as const, expiresOn: last, sliding: false };
  await giveLots(program.programId, [{ member, points: 5, terms }], founded);

  expect((await daily()).status).toBe(401);
  expect((await daily("Bearer nothing")).status).toBe(401);
  const secret = `Bearer ${process.env.WORKER_SECRET}`;
  expect(await (await daily(secret)).json()).toMatchObject({ closed: 40, failed: 0 });
  expect(await (await daily(secret)).json()).toMatchObject({ closed: 0, pieces: 0, failed: 0 });

  const { text } = await createApiKey(ctxFor(program, { role: "owner" }), {
    name: "Test",
    scopes: ["ledger:read", "wallet:read"],
  });
  const headers = { authorization: `Bearer ${text}` };
  const { userId } = await makeUser({ organizationId: program.organizationId });
  const owner = { cookie: await portalCookie(userId), "tessera-program": program.slug, origin: ORIGIN };
  const days = await GET(new Request(`${ORIGIN}/api/v1/day-runs?limit=100`, { headers }), none);
  const { items } = await days.json();
  expect(items).toHaveLength(40);
  expect(items.find(({ day }: { day: string }) => day === addDays(last, 1))).toMatchObject({
    state: "finished",
    expired: { points: 5, lots: 1 },
    fault: null,
    setAside: { open: 0, settled: 0, items: [] },
  });
  const retried = await retryDay(
    new Request(`${ORIGIN}/api/v1/day-runs/${last}/retry`, { method: "POST", headers: owner }),
    { params: Promise.resolve({ day: last }) },
  );
  expect([retried.status, (await retried.json()).code]).toEqual([409, "day_not_failed"]);

  const id = toTypeId("mem", member.memberId);
  const answer = await getStatements(new Request(`${ORIGIN}/api/v1/members/${id}/statements`, { headers }), {
    params: Promise.resolve({ id }),
  });
  const statements = (await answer.json()).items;
  const sum = (key: "adjusted" | "expired") =>
    statements.reduce((total: number, statement: Record<typeof key, number>) => total + statement[key], 0);
  expect([sum("adjusted"), sum("expired")]).toEqual([5, 5]);
  expect(statements[0]).toMatchObject({ closing: 0 });
});
