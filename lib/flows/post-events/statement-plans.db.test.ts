import { Client } from "pg";
import { expect, test } from "vitest";
import { present } from "@/lib/core/assert";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
import { growMembers } from "@/lib/testing/grow-members";
import { scansOfHotStatements } from "@/lib/testing/hot-statements";
import { putInForce } from "@/lib/testing/rules";
import { fullScans } from "@/lib/testing/statement-plans";

const databaseUrl = () => present(process.env.DATABASE_URL, "each test file has a database");

async function makeClub() {
  const { programId, ctx } = await makeProgram({ pointsExpireAfterMonths: 12 });
  await putInForce(programId, [
    {
      name: "Base rate",
      trigger: { event: "purchase" },
      effects: [{ kind: "per_amount", points: 1, perMinor: 100 }],
      limits: [
        { per: "member", points: 100_000, window: "day" },
        { per: "campaign", points: 1_000_000, window: "month" },
      ],
    },
  ]);
  const { memberId } = await makeMember(ctx, { externalId: "one", name: "Ada Fischer" });
  await makeMember(ctx, { externalId: "two" });
  return { programId, memberId };
}

test("what happens a thousand times a second reads nothing that grows from end to end", async () => {
  const { programId, memberId } = await makeClub();
  const scans = () => scansOfHotStatements(databaseUrl(), programId, memberId, ["one", "two"]);
  expect((await scans()).posting).toEqual([]);
  await growMembers(databaseUrl(), (await makeProgram()).programId, 10_000);
  expect(await scans()).toEqual({ posting: [], others: [] });
}, 120_000);

test("a statement without an index to go by is found", async () => {
  const client = new Client({ connectionString: databaseUrl() });
  await client.connect();
  const text = "SELECT * FROM event WHERE received_at > $1::timestamptz";
  const scans = await fullScans(client, [{ text, values: ["2026-01-01"] }]);
  await client.end();
  expect(scans).toEqual([expect.stringMatching(/^event: SELECT/)]);
});
