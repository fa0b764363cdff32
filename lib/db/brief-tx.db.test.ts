import { beforeEach, expect, test } from "vitest";
import { Unavailable } from "@/lib/core/errors";
import { askTogether, db, driver, readBriefly, sqlState, withBriefTx } from "@/lib/db";

beforeEach(async () => {
  await db().$executeRaw`DROP TABLE IF EXISTS note`;
  await db()
    .$executeRaw`CREATE TABLE note (id int PRIMARY KEY, words text NOT NULL, at timestamptz, hash bytea)`;
});

const written = () => driver().$queryRaw<{ id: number }[]>`SELECT id FROM note ORDER BY id`;

test("what is written shows in what is asked next, and stays", async () => {
  const at = new Date("2026-11-22T10:00:00.123Z");
  const found = await withBriefTx(async (tx) => {
    await tx.$executeRaw`INSERT INTO note VALUES (${1}, ${'it\'s \\ "so"'}, ${at}, ${Buffer.from([0, 255])})`;
    await tx.$executeRaw`INSERT INTO note VALUES (${2}, ${"two"}, ${null}, ${null})`;
    return tx.$queryRaw`SELECT *, count(*) OVER () AS all, ${["a", "b"]}::text[] AS list FROM note ORDER BY id`;
  });
  expect(found).toEqual([
    { id: 1, words: 'it\'s \\ "so"', at, hash: Buffer.from([0, 255]), all: 2n, list: ["a", "b"] },
    { id: 2, words: "two", at: null, hash: null, all: 2n, list: ["a", "b"] },
  ]);
  expect(await written()).toEqual([{ id: 1 }, { id: 2 }]);
});

test("questions that are asked together are answered each by its own rows, time after time", async () => {
  for (let round = 1; round <= 3; round += 1) {
    const answers = await withBriefTx((tx) =>
      askTogether(tx, [
        () => tx.$queryRaw<{ n: number }[]>`SELECT ${round}::int AS n`,
        () => tx.$queryRaw<{ m: string }[]>`SELECT unnest(${["x", "y"]}::text[]) AS m`,
        () => tx.$queryRaw<{ n: number }[]>`SELECT ${round + 1}::int AS n`,
        () => tx.$queryRaw<[]>`SELECT FROM note`,
      ]),
    );
    expect(answers).toEqual([[{ n: round }], [{ m: "x" }, { m: "y" }], [{ n: round + 1 }], []]);
  }
});

test("a write that the database refuses undoes everything, wherever it shows", async () => {
  const late = withBriefTx(async (tx) => {
    await tx.$executeRaw`INSERT INTO note VALUES (1, 'one')`;
    await tx.$executeRaw`INSERT INTO note VALUES (1, 'again')`;
  });
  expect(sqlState(await late.catch((error: unknown) => error))).toBe("23505");
  const early = withBriefTx(async (tx) => {
    await tx.$executeRaw`INSERT INTO note VALUES (2, NULL)`;
    return tx.$queryRaw`SELECT 1`;
  });
  expect(sqlState(await early.catch((error: unknown) => error))).toBe("23502");
  expect(await written()).toEqual([]);
});

test("whoever gives up leaves nothing behind, and the connection to others", async () => {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const given = withBriefTx(async (tx) => {
      await tx.$executeRaw`INSERT INTO note VALUES (1, 'one')`;
      await tx.$queryRaw`SELECT 1`;
      throw new Error("no");
    });
    await expect(given).rejects.toThrow("no");
  }
  expect(await written()).toEqual([]);
});

test("an unreadable statement does not spoil those after it on the same connection", async () => {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await expect(readBriefly((tx) => tx.$queryRaw`SELECT nothing FROM nowhere`)).rejects.toThrow();
    expect(await readBriefly((tx) => tx.$queryRaw`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
  }
});

test("a lost connection says so", async () => {
  const lost = withBriefTx(async (tx) => {
    await tx.$executeRaw`INSERT INTO note VALUES (1, 'one')`;
    return tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`;
  });
  const fault = await lost.catch((error: unknown) => error);
  // The server says goodbye before it hangs up, and sometimes that is heard.
  expect(fault instanceof Unavailable || sqlState(fault) === "57P01").toBe(true);
  expect(await written()).toEqual([]);
});

test("one transaction's planning is nobody else's", async () => {
  const settings = () => driver().$queryRaw`SELECT current_setting('plan_cache_mode') AS mode`;
  await withBriefTx((tx) => tx.$queryRaw`SELECT 1`);
  await readBriefly(async (tx) => {
    expect(await tx.$queryRaw`SELECT current_setting('plan_cache_mode') AS mode`).toEqual([
      { mode: "force_generic_plan" },
    ]);
  });
  expect(await settings()).toEqual([{ mode: "auto" }]);
});
