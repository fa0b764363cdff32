import { describe, expect, it } from "vitest";
import { type Column, db, insertRows, type SqlTx, sqlState, withDriverTx } from ".";

type Row = Record<
  | "uuid"
  | "bigint"
  | "integer"
  | "smallint"
  | "boolean"
  | "text"
  | "json"
  | "jsonb"
  | "date"
  | "timestamptz"
  | "bytea",
  string | number | boolean | Date | Uint8Array | null
>;
const NAMES: (keyof Row)[] = [
  "uuid",
  "bigint",
  "integer",
  "smallint",
  "boolean",
  "text",
  "json",
  "jsonb",
  "date",
  "timestamptz",
  "bytea",
];
const COLUMNS: Column<Row>[] = NAMES.map((name) => ({
  name: `"${name}"`,
  type: name,
  of: (row) => row[name],
}));
const NOTHING = Object.fromEntries(NAMES.map((name) => [name, null])) as Row;

const DIFFERENT: Row[] = [
  {
    uuid: "01890000-0000-7000-8000-00000000abcd",
    bigint: Number.MAX_SAFE_INTEGER,
    integer: -1,
    smallint: 32_767,
    boolean: true,
    text: `quotes " ' \\ {a,b} NULL \n 🎟 é`,
    json: '{"deep": ["\\u2028", "🎟"]}',
    jsonb: '{"a": 1}',
    date: "2026-03-29",
    timestamptz: new Date("2026-03-29T01:30:00.123Z"),
    bytea: Buffer.from([0, 92, 255]),
  },
  {
    uuid: "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
    bigint: Number.MIN_SAFE_INTEGER,
    integer: 0,
    smallint: -32_768,
    boolean: false,
    text: "",
    json: "null",
    jsonb: "[]",
    date: "infinity",
    timestamptz: new Date("1969-12-31T23:59:59.999Z"),
    bytea: Buffer.alloc(0),
  },
  NOTHING,
  { ...NOTHING, bigint: -1, date: "1999-12-31", text: "é".repeat(10_000) },
];

/** Each of them twice in a row, as most values of a batch are. */
const ROWS = DIFFERENT.flatMap((row) => [row, row]);

const roads: [name: string, within: <T>(work: (tx: SqlTx) => Promise<T>) => Promise<T>][] = [
  ["Prisma", (work) => db().$transaction(work)],
  ["the driver", (work) => withDriverTx(work)],
];

describe.each(roads)("rows that are added on %s", (_name, within) => {
  it("are stored as they are", async () => {
    const stored = await within(async (tx) => {
      await tx.$executeRaw`
        CREATE TEMP TABLE kept ("uuid" uuid, "bigint" bigint, "integer" integer, "smallint" smallint,
          "boolean" boolean, "text" text, "json" json, "jsonb" jsonb, "date" date, "timestamptz" timestamptz, "bytea" bytea)
        ON COMMIT DROP`;
      await insertRows(tx, "kept", COLUMNS, ROWS);
      await insertRows(tx, "kept", COLUMNS, []);
      return tx.$queryRaw<Record<keyof Row, string | null>[]>`
        SELECT "uuid"::text, "bigint"::text, "integer"::text, "smallint"::text, "boolean"::text, "text", "json"::text,
               "jsonb"::text, "date"::text, to_char("timestamptz" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
                 AS timestamptz, encode("bytea", 'hex') AS bytea
        FROM kept`;
    });
    const asText = (value: Row[keyof Row]) => {
      if (value instanceof Date) return value.toISOString();
      return value instanceof Uint8Array ? Buffer.from(value).toString("hex") : String(value);
    };
    expect(stored).toEqual(
      ROWS.map((row) =>
        Object.fromEntries(
          NAMES.map((name) => {
            const text = row[name] === null ? null : asText(row[name]);
            return [name, name === "uuid" ? (text?.toLowerCase() ?? null) : text];
          }),
        ),
      ),
    );
  });

  it("are refused as a whole by the table's constraints, and the connection lives on", async () => {
    const columns: Column<{ used: number }>[] = [
      { name: "program_id", type: "uuid", of: () => "01890000-0000-7000-8000-000000000001" },
      { name: "member_id", type: "uuid", of: () => "01890000-0000-7000-8000-000000000002" },
      { name: "campaign_id", type: "uuid", of: () => "01890000-0000-7000-8000-000000000003" },
      { name: "limit_no", type: "smallint", of: (_, index) => index },
      { name: "window_start", type: "date", of: () => "2026-03-01" },
      { name: "used", type: "bigint", of: ({ used }) => used },
    ];
    const refusal = await within((tx) =>
      insertRows(tx, "cap_use", columns, [{ used: 1 }, { used: -1 }]),
    ).catch((error: unknown) => error);
    expect(sqlState(refusal)).toBe("23514");
    const [row] = await within(
      (tx) => tx.$queryRaw<{ rows: bigint }[]>`
        SELECT count(*) AS rows FROM cap_use WHERE program_id = '01890000-0000-7000-8000-000000000001'`,
    );
    expect(row?.rows).toBe(0n);
  });
});

it("a value that its column cannot hold is a mistake of ours, found before anything is sent", async () => {
  const add = (row: Partial<Row>) =>
    withDriverTx((tx) => insertRows(tx, "kept", COLUMNS, [{ ...NOTHING, ...row }]));
  await expect(add({ bigint: 2 ** 60 })).rejects.toThrow("no exact whole number");
  await expect(add({ bigint: 0.5 })).rejects.toThrow("no exact whole number");
  await expect(add({ uuid: "01890000-0000-7000-8000" })).rejects.toThrow("is no UUID");
  await expect(add({ uuid: "01890000-0000-7000-8000-00000000abcdef" })).rejects.toThrow("is no UUID");
  await expect(add({ uuid: "018900000-000-7000-8000-00000000abcd" })).rejects.toThrow("is no UUID");
  await expect(add({ uuid: "01890000-0000-7000-8000-00000000abcg" })).rejects.toThrow("is no UUID");
  await expect(add({ uuid: "01890000-0000-7000-8000-00000000abcé" })).rejects.toThrow("is no UUID");
  await expect(add({ date: "soon" })).rejects.toThrow("is no day");
  await expect(add({ integer: "1" })).rejects.toThrow("no integer is made of 1");
});
