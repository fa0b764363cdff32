import { Client } from "pg";
import { systemCtx } from "@/lib/auth/context";
import { acceptEvents } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events";
import { searchMembers } from "@/lib/members";
import { readActivity, readWallet } from "@/lib/wallet";
import { fullScans, recordStatements } from "./statement-plans";

/** What posting sets for its transaction, so that no plan can depend on how big the tables were once. */
const POSTING = "SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_seqscan = off";
/** Small by nature, or empty here: what few rows there are may well be read together. */
const SMALL =
  /^(program|point_type|image|phrase_book|lane|rule_set|campaign_version|campaign_total|day_total|reversed_entry): /;

export type HotScans = { posting: string[]; others: string[] };

/**
 * Takes purchases in, posts them and reads what came of them; then asks how the database would go about each of the
 * statements.
 * @param members two members' external ids
 * @returns the tables that would be read from end to end, with the statements: while posting, and while events are
 *   taken in and wallets read, which is planned by the size that the tables have at the moment
 */
export async function scansOfHotStatements(
  databaseUrl: string,
  programId: string,
  memberId: string,
  members: readonly [string, string],
): Promise<HotScans> {
  const ctx = systemCtx(programId, "plans");
  const name = `plan-${process.hrtime.bigint()}`;
  const events = Array.from({ length: 200 }, (_, index) => ({
    type: "purchase",
    id: `${name}-${index % 150}`,
    member: { externalId: members[index % 2] },
    occurredAt: new Date(Date.now() - 60_000).toISOString(),
    currency: "EUR",
    lines: [{ category: "Coffee", amountMinor: 1_250 }],
  }));
  const intake = await recordStatements(() => acceptEvents(ctx, events));
  const posting = await recordStatements(async () => {
    while ((await postSlice({ programId })) !== null);
  });
  const reading = await recordStatements(async () => {
    await Promise.all([readWallet(ctx, memberId), readActivity(ctx, memberId, { limit: 20 })]);
    await searchMembers(ctx, { q: "ada fis", limit: 20 });
  });
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const grows = (scan: string) => !SMALL.test(scan);
    const others = (await fullScans(client, [...intake, ...reading])).filter(grows);
    await client.query(POSTING);
    return { posting: (await fullScans(client, posting)).filter(grows), others };
  } finally {
    await client.end();
  }
}
