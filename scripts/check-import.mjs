#!/usr/bin/env node
// Checks an import from the outside. Reads the raw transaction file, reckons by hand what every member must have,
// and compares with the balances in the database, point by point. It shares no code with the product: its own CSV
// reader, its own arithmetic, its own query.
//
//   node scripts/check-import.mjs FILE --database URL --program SLUG \
//     --basket basket_id --member household_id --time transaction_timestamp --amount sales_value \
//     [--points-per-unit 1] [--bonus-points 50 --bonus-from 5000] [--double-on 6]
//
// Points per whole currency unit of a basket; a bonus for baskets from an amount in minor units; base points
// doubled on a weekday (1 Monday … 7 Sunday). Exit code 0: every balance agrees; 1: some do not.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import pg from "pg";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    database: { type: "string" },
    program: { type: "string" },
    basket: { type: "string", default: "basket_id" },
    member: { type: "string", default: "household_id" },
    time: { type: "string", default: "transaction_timestamp" },
    amount: { type: "string", default: "sales_value" },
    "points-per-unit": { type: "string", default: "1" },
    "bonus-points": { type: "string", default: "0" },
    "bonus-from": { type: "string", default: "0" },
    "double-on": { type: "string", default: "0" },
  },
});

const expected = reckon(readRows(positionals[0]));
const actual = await readBalances(options.database ?? process.env.DATABASE_URL, options.program);
const differences = [];
for (const member of new Set([...expected.keys(), ...actual.keys()])) {
  const should = expected.get(member) ?? 0;
  const is = actual.get(member) ?? 0;
  if (should !== is) differences.push(`member ${member}: the file says ${should}, the ledger says ${is}`);
}
const total = [...expected.values()].reduce((sum, points) => sum + points, 0);
for (const difference of differences.slice(0, 20)) console.error(difference);
console.log(`${expected.size} members, ${total} points by hand, ${differences.length} differences`);
process.exitCode = differences.length === 0 ? 0 : 1;

/** Rows as objects; fields may be quoted, but hold no line breaks. */
function readRows(path) {
  const bytes = readFileSync(path);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
  const [header, ...lines] = text.split(/\r?\n/).filter((line) => line !== "");
  const names = splitLine(header);
  return lines.map((line) =>
    Object.fromEntries(splitLine(line).map((value, index) => [names[index], value])),
  );
}

function splitLine(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );
}

function reckon(rows) {
  const baskets = new Map();
  for (const row of rows) {
    const key = row[options.basket];
    const basket = baskets.get(key) ?? { member: row[options.member], time: row[options.time], cents: 0 };
    basket.cents += Math.round(Number(row[options.amount]) * 100);
    if (row[options.time] < basket.time) basket.time = row[options.time];
    baskets.set(key, basket);
  }
  const points = new Map();
  for (const { member, time, cents } of baskets.values()) {
    const base = Math.floor((cents * Number(options["points-per-unit"])) / 100);
    const weekday = new Date(`${time.slice(0, 10)}T00:00:00Z`).getUTCDay() || 7;
    const bonus = cents >= Number(options["bonus-from"]) ? Number(options["bonus-points"]) : 0;
    const earned = base * (weekday === Number(options["double-on"]) ? 2 : 1) + bonus;
    points.set(member, (points.get(member) ?? 0) + earned);
  }
  return points;
}

async function readBalances(connectionString, slug) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT m.external_id AS member, coalesce(a.balance, 0)::int AS points
       FROM program p JOIN member m USING (program_id)
       LEFT JOIN account a ON a.program_id = m.program_id AND a.party = m.member_id
         AND a.kind = 'available' AND a.point_type_no = 1
       WHERE p.slug = $1 AND m.external_id IS NOT NULL`,
      [slug],
    );
    return new Map(rows.map(({ member, points }) => [member, points]));
  } finally {
    await client.end();
  }
}
