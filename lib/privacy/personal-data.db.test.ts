import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { listIdColumns, listWordColumns } from "@/lib/testing/find-anywhere";
import { type Classification, isMemberTable, PERSONAL_DATA } from "./personal-data";

/** Columns that name a member, wherever they occur. */
const MEMBER_IDS = [
  "member_id",
  "party",
  "from_member",
  "to_member",
  "blocked_member_id",
  "owner_id",
  "referrer_id",
  "referee_id",
];

/** What a table's entry says of its columns with words. */
function classified(entry: Classification, all: readonly string[]): string[] {
  if ("why" in entry) return [...entry.words];
  if (entry.erase === "rows") return [...all];
  return [...Object.keys(entry.erase), ...Object.keys(entry.stays ?? {})];
}

describe("the map of personal data", () => {
  it("has every table of the database, and no other", async () => {
    expect([...(await listWordColumns()).keys()].sort()).toEqual(Object.keys(PERSONAL_DATA).sort());
  });

  it("says of every column with words what becomes of it, or why it stays", async () => {
    const unsaid: string[] = [];
    for (const [table, columns] of await listWordColumns()) {
      const entry = PERSONAL_DATA[table];
      if (entry === undefined) continue;
      const said = classified(entry, columns);
      unsaid.push(
        ...columns.filter((column) => !said.includes(column)).map((column) => `${table}.${column}`),
      );
    }
    expect(unsaid).toEqual([]);
  });

  it("knows every table that names a member by id as one with members in it", async () => {
    const missed: string[] = [];
    for (const [table, columns] of await listIdColumns()) {
      const entry = PERSONAL_DATA[table];
      if (entry === undefined || isMemberTable(entry)) continue;
      missed.push(
        ...columns.filter((column) => MEMBER_IDS.includes(column)).map((column) => `${table}.${column}`),
      );
    }
    expect(missed).toEqual([]);
  });

  it("names columns that there are", async () => {
    const rows = await db().$queryRaw<{ place: string }[]>`
      SELECT table_name || '.' || column_name AS place FROM information_schema.columns
      WHERE table_schema = 'public'`;
    const there = new Set(rows.map(({ place }) => place));
    const named = Object.entries(PERSONAL_DATA).flatMap(([table, entry]) => {
      const columns = "why" in entry ? [...entry.words] : Object.keys(entry.stays ?? {});
      if ("erase" in entry && entry.erase !== "rows") columns.push(...Object.keys(entry.erase));
      if (isMemberTable(entry)) {
        columns.push(...("table" in entry.of ? [entry.of.key] : entry.of.columns));
        if ("columns" in entry.export) columns.push(...entry.export.columns);
      }
      return columns.map((column) => `${table}.${column}`);
    });
    expect(named.filter((place) => !there.has(place))).toEqual([]);
  });

  it("would miss a table that nobody put on it", async () => {
    await db()
      .$transaction(async (tx) => {
        await tx.$executeRaw`CREATE TABLE diary (program_id uuid NOT NULL, member_id uuid, entry text)`;
        const [row] = await tx.$queryRaw<{ name: string }[]>`
          SELECT relname::text AS name FROM pg_class WHERE relname = 'diary'`;
        expect(PERSONAL_DATA).not.toHaveProperty(String(row?.name));
        throw new Error("undone");
      })
      .catch(() => undefined);
  });
});
