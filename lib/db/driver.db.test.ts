import { describe, expect, it } from "vitest";
import { Unavailable } from "@/lib/core/errors";
import { db, driver, jsonTexts, type SqlTx, sqlState, withDriverTx } from ".";
import { connectionPool } from "./client";

const AWKWARD = ["", "plain", "NULL", "null", 'say "hi"', "back\\slash", "{a,b}", " a b ", "é – 🎟", "a\nb"];

const roads: [name: string, tx: () => SqlTx][] = [
  ["Prisma", db],
  ["the driver", driver],
];

describe.each(roads)("a statement on %s", (_name, tx) => {
  it("gives every value back as it went in", async () => {
    const at = new Date("2026-03-29T01:30:00.123Z");
    const [row] = await tx().$queryRaw<object[]>`
      SELECT ${AWKWARD}::text[] AS texts, ${[1, -2]}::int[] AS numbers, ${[1n, 2n ** 60n]}::bigint[] AS long,
             ${[true, false]}::boolean[] AS flags, ${["a", null]}::text[] AS gaps, ${[]}::uuid[] AS none,
             ${at}::timestamptz AS at, ${Buffer.from([0, 255])}::bytea AS bytes, ${null}::text AS nothing,
             ${2n ** 53n}::bigint AS big, ${'{"a": [1]}'}::jsonb AS json, '2026-02-03'::date AS day,
             ${[Buffer.from([1, 92])]}::bytea[] AS blobs, ${[at]}::timestamptz[] AS instants`;
    expect(row).toEqual({
      texts: AWKWARD,
      numbers: [1, -2],
      long: [1n, 2n ** 60n],
      flags: [true, false],
      gaps: ["a", null],
      none: [],
      at,
      bytes: expect.any(Uint8Array),
      nothing: null,
      big: 2n ** 53n,
      json: { a: [1] },
      day: new Date("2026-02-03T00:00:00Z"),
      blobs: [expect.any(Uint8Array)],
      instants: [at],
    });
    const { bytes, blobs } = row as { bytes: Uint8Array; blobs: Uint8Array[] };
    expect([...bytes]).toEqual([0, 255]);
    expect([...(blobs[0] ?? [])]).toEqual([1, 92]);
  });

  it("takes JSON texts whole, whatever they quote", async () => {
    const values = [...AWKWARD, { deep: ["\u2028", "\\n"] }, 7];
    const rows = await tx().$queryRaw<{ value: unknown }[]>`
      SELECT text::jsonb AS value FROM unnest(${jsonTexts(values.map((value) => JSON.stringify(value)))}) AS text`;
    expect(rows.map(({ value }) => value)).toEqual(values);
  });

  it("says what the database refused", async () => {
    const refusal = await tx().$executeRaw`SELECT 1 / 0`.catch((error: unknown) => error);
    expect(sqlState(refusal)).toBe("22012");
  });
});

describe("withDriverTx", () => {
  const idempotencyRows = (key: string) => db().idempotency.count({ where: { key } });
  const insert = (tx: SqlTx, key: string) => tx.$executeRaw`
    INSERT INTO idempotency (program_id, caller, key, request_hash, created_at)
    VALUES (gen_random_uuid(), 'test', ${key}, ''::bytea, now())`;

  it("commits all of it or nothing", async () => {
    await withDriverTx((tx) => insert(tx, "kept"));
    const failing = withDriverTx(async (tx) => {
      await insert(tx, "dropped");
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect([await idempotencyRows("kept"), await idempotencyRows("dropped")]).toEqual([1, 0]);
  });

  it("tries again when a lock was not to be had in time, and says so when it never is", async () => {
    let attempts = 0;
    await db().$transaction(async (holder) => {
      await holder.$executeRaw`LOCK TABLE idempotency IN ACCESS EXCLUSIVE MODE`;
      const waiting = withDriverTx(
        (tx) => {
          attempts += 1;
          return insert(tx, "late");
        },
        { lockTimeoutMs: 20 },
      );
      await expect(waiting).rejects.toThrow(Unavailable);
    });
    expect(attempts).toBe(3);
  });

  it("takes a connection that breaks for a passing fault, and never lends it again", async () => {
    const broken = withDriverTx((tx) => tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`);
    await expect(broken).rejects.toThrow();
    const rows = await Promise.all(
      Array.from({ length: 20 }, () =>
        withDriverTx((tx) => tx.$queryRaw<{ one: number }[]>`SELECT 1 AS one`),
      ),
    );
    expect(rows.every(([row]) => row?.one === 1)).toBe(true);
    expect(connectionPool().waitingCount).toBe(0);
  });
});
