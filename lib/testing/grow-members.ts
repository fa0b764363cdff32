import { Client } from "pg";

/**
 * Fills a program with members and their history by SQL alone, in minutes where posting would take hours: each
 * member has ten entries and ten lots, spread over the tables as months of trading would spread them. Only reading
 * is measured on it: transfers and events, which no reading touches, are left out.
 */

const ENTRIES = 10;
const OUTCOME = JSON.stringify({
  subject: { type: "purchase", amountMinor: 1_250, currency: "EUR", store: "Mitte" },
  campaigns: [
    {
      campaignId: "01890000-0000-7000-8000-000000000000",
      version: 1,
      name: "Base rate",
      fired: true,
      reason: "€12.50 × 1 point per €1.00, rounded down",
      desired: 12,
      granted: 12,
    },
  ],
  awards: [],
  debt: { paid: 0, made: 0 },
});

/** @param members how many there are to be; they go by the external ids `m-0` and so on */
export async function growMembers(databaseUrl: string, programId: string, members: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // The guards are for those who write to a ledger that somebody relies on.
    await client.query("SET session_replication_role = replica; SET synchronous_commit = off");
    for (const [text, values] of statements(programId, members)) await client.query(text, values);
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}

function statements(programId: string, members: number): [text: string, values: unknown[]][] {
  return [
    [
      `CREATE TEMP TABLE person AS
       SELECT number, uuidv7() AS member_id, gen_random_uuid() AS account_id, (number % 8)::smallint AS lane,
              'm-' || number AS external_id, 'BE' || lpad(number::text, 10, '0') AS card_number,
              (ARRAY['Ada', 'Ben', 'Carla', 'Deniz', 'Ema', 'Fatma', 'Goran', 'Hana', 'Ida', 'Jonas', 'Kaya'])
                [1 + number % 11] AS first_name,
              (ARRAY['Albers', 'Bauer', 'Costa', 'Demir', 'Ekström', 'Fischer', 'Garcia'])[1 + number % 7] AS family_name
       FROM generate_series(0, $1::int - 1) AS number`,
      [members],
    ],
    [
      `INSERT INTO member (program_id, member_id, external_id, card_number, lane, name, email, attributes, joined_at)
       SELECT $1::uuid, member_id, external_id, card_number, lane, first_name || ' ' || family_name,
              external_id || '@example.com', '{}', '2025-03-01'::timestamptz + number * interval '1 second'
       FROM person`,
      [programId],
    ],
    [
      `INSERT INTO member_search (program_id, word, member_id)
       SELECT $1::uuid, word, member_id FROM person CROSS JOIN LATERAL unnest(ARRAY[
         lower(first_name), lower(family_name), external_id, external_id || '@example.com', lower(card_number)]) AS word`,
      [programId],
    ],
    [
      `INSERT INTO account (program_id, account_id, kind, point_type_no, party, balance, earned)
       SELECT $1::uuid, account_id, 'available', 1, member_id, 12 * $2::int, 12 * $2::int FROM person`,
      [programId, ENTRIES],
    ],
    [
      `INSERT INTO lot (program_id, lane, account_id, expires_on, lot_no, granted, remaining, cause_id, activated_at)
       SELECT $1::uuid, lane, account_id, CURRENT_DATE + 20 * entry, entry * $2::bigint + number, 12, 12,
              gen_random_uuid(), now()
       FROM generate_series(1, $3::int) AS entry CROSS JOIN person`,
      [programId, members, ENTRIES],
    ],
    [
      `INSERT INTO decision (program_id, lane, entry_no, cause_id, member_id, kind, rule_set_version, points, delta,
                             balance_after, first_transfer, transfers, outcome, occurred_at, posted_at)
       SELECT $1::uuid, lane, entry * $2::bigint + number, uuidv7(), member_id, 'purchase', 1, 12, 12, 12 * entry,
              entry * $2::bigint + number, 1, $4::json, now() - interval '1 day' * (20 - entry),
              now() - interval '1 day' * (20 - entry)
       FROM generate_series(1, $3::int) AS entry CROSS JOIN person`,
      [programId, members, ENTRIES, OUTCOME],
    ],
  ];
}
