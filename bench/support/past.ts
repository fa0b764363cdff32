import { Client } from "pg";
import { newId } from "@/lib/core/ids";
import { sequence } from "./campaigns";
import { progress } from "./part";
import { purchase } from "./purchases";

const AT_ONCE = 5_000;
/** Decisions of one posting share their instant. */
const SLICE = 1_000;
const OUTCOME = JSON.stringify({
  book: "0".repeat(64),
  of: "purchase",
  verdicts: [
    ["€36.80 × 1 point per €1.00, rounded down", 36, 36],
    ...Array.from({ length: 19 }, (_, place) => place),
  ],
  subject: { type: "purchase", amountMinor: 3_680, currency: "EUR", store: "Kollwitzstr." },
  debt: { paid: 0, made: 0 },
  awards: [
    [
      0,
      36,
      4_711,
      [
        [0, 12],
        [1, 12],
        [2, 12],
      ],
      [],
    ],
  ],
});

/**
 * Fills a program with purchases of three lines that were posted, by SQL alone: what a replay reads of them, the
 * events and their decisions, and nothing else.
 */
export async function growPast(
  url: string,
  { programId, members, ruleSetVersion }: { programId: string; members: number; ruleSetVersion: number },
  { events, from, days }: { events: number; from: Date; days: number },
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // The guards are for those who write to a ledger that somebody relies on.
    await client.query("SET session_replication_role = replica; SET synchronous_commit = off");
    const people = await client.query<{ external_id: string; member_id: string; lane: number }>(
      "SELECT external_id, member_id, lane FROM member WHERE program_id = $1",
      [programId],
    );
    const byKey = new Map(people.rows.map((row) => [row.external_id, row]));
    const next = sequence(7);
    const step = (days * 86_400_000) / events;
    for (let start = 0; start < events; start += AT_ONCE) {
      const rows = Array.from({ length: Math.min(AT_ONCE, events - start) }, (_, offset) => {
        const place = start + offset;
        const { member, ...input } = purchase(next, `p-${place}`, members, from);
        const occurredAt = new Date(from.getTime() + Math.floor(place * step)).toISOString();
        const amountMinor = input.lines.reduce((sum, line) => sum + line.amountMinor, 0);
        const posted = from.getTime() + Math.floor((place - (place % SLICE)) * step) + 60_000;
        return {
          id: newId(),
          person: byKey.get(member.externalId),
          externalId: input.id,
          occurredAt,
          postedAt: new Date(posted).toISOString(),
          place,
          payload: JSON.stringify({ ...input, source: "api", occurredAt, amountMinor }),
        };
      });
      const values = [
        programId,
        rows.map(({ id }) => id),
        rows.map(({ externalId }) => externalId),
        rows.map(({ person }) => person?.member_id),
        rows.map(({ occurredAt }) => occurredAt),
        rows.map(({ payload }) => payload),
      ];
      await client.query(
        `INSERT INTO event (program_id, event_id, source, external_id, type, member_id, occurred_at, received_at,
                            payload, payload_hash)
         SELECT $1::uuid, id, 'api', external_id, 'purchase', member_id, occurred_at, occurred_at, payload::json,
                sha256(payload::bytea)
         FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[], $6::text[])
                AS item (id, external_id, member_id, occurred_at, payload)`,
        values,
      );
      await client.query(
        `INSERT INTO decision (program_id, cause_id, member_id, lane, entry_no, kind, rule_set_version, points, delta,
                               balance_after, first_transfer, transfers, outcome, occurred_at, posted_at)
         SELECT $1::uuid, id, member_id, lane, place, 'purchase', $8, 36, 36, 36, place, 1, $9::json, occurred_at, posted_at
         FROM unnest($2::uuid[], $3::uuid[], $4::smallint[], $5::bigint[], $6::timestamptz[], $7::timestamptz[])
                AS item (id, member_id, lane, place, occurred_at, posted_at)`,
        [
          programId,
          rows.map(({ id }) => id),
          rows.map(({ person }) => person?.member_id),
          rows.map(({ person }) => person?.lane),
          rows.map(({ place }) => place + 1),
          rows.map(({ occurredAt }) => occurredAt),
          rows.map(({ postedAt }) => postedAt),
          ruleSetVersion,
          OUTCOME,
        ],
      );
      if (start % 100_000 === 0) progress(`simulate: ${start} events of the past made`);
    }
    await client.query("UPDATE lane SET next_entry = $2 WHERE program_id = $1", [programId, events + 1]);
    await client.query("VACUUM ANALYZE event");
    await client.query("VACUUM ANALYZE decision");
  } finally {
    await client.end();
  }
}
