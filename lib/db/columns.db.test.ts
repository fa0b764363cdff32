import { expect, it } from "vitest";
import { type Columns, db, driver, rowsOf, type SqlTx } from ".";

type Row = { name: string; points: number; day: string | null; detail: { deep: string } | null };

const roads: [name: string, tx: () => SqlTx][] = [
  ["Prisma", db],
  ["the driver", driver],
];

const read = (tx: SqlTx, names: string[]) => tx.$queryRaw<[Columns<Row>]>`
  SELECT json_agg(name) AS name, json_agg(length(name)::bigint) AS points,
         json_agg(CASE WHEN name = '' THEN NULL ELSE '2026-02-03'::date END) AS day,
         json_agg(CASE WHEN name = '' THEN NULL ELSE jsonb_build_object('deep', name) END) AS detail
  FROM unnest(${names}::text[]) AS name`;

it.each(roads)("gives the rows of a read by columns back as they are on %s", async (_name, tx) => {
  const awkward = ['say "hi"', "", "a,b", "{é} 🎟"];
  const [columns] = await read(tx(), awkward);
  expect(rowsOf(columns)).toEqual([
    { name: 'say "hi"', points: 8, day: "2026-02-03", detail: { deep: 'say "hi"' } },
    { name: "", points: 0, day: null, detail: null },
    { name: "a,b", points: 3, day: "2026-02-03", detail: { deep: "a,b" } },
    { name: "{é} 🎟", points: 5, day: "2026-02-03", detail: { deep: "{é} 🎟" } },
  ]);
});

it.each(roads)("finds no rows where there are none on %s", async (_name, tx) => {
  const [columns] = await read(tx(), []);
  expect(rowsOf(columns)).toEqual([]);
});
