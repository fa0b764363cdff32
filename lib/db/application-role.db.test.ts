import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { retryDeadLetters } from "@/lib/events";
import { closeDays } from "@/lib/flows/close-day";
import { makeRichLedger } from "@/lib/testing/rich-ledger";
import { expireHolds, readWallet, verifyLedger } from "@/lib/wallet";
import { provideApplicationRole } from "./application-role";

// The product's own client takes its address from the environment when it is first used: here it works as the role.
const ownerUrl = process.env.DATABASE_URL ?? "";
const roleUrl = await provideApplicationRole(ownerUrl);
process.env.DATABASE_URL = roleUrl;

const role = new Client({ connectionString: roleUrl });
beforeAll(() => role.connect());
afterAll(() => role.end());

it("the product does its work as a role that owns nothing", async () => {
  const { ctx, memberId } = await makeRichLedger();
  const clock = { now: () => new Date("2026-11-23T00:00:00Z") };
  await expireHolds(clock, { programId: ctx.programId });
  await closeDays({ clock, programId: ctx.programId });
  await retryDeadLetters(ctx, { all: true });
  expect((await readWallet(ctx, memberId)).held).toBe(0);
  expect((await verifyLedger(ctx)).findings).toEqual([]);
  await role.query("ANALYZE import_line");
  const { rows } = await role.query(
    "SELECT current_user AS name, usesuper FROM pg_user WHERE usename = current_user",
  );
  expect(rows).toEqual([{ name: "tessera_app", usesuper: false }]);
});

describe("the role is refused", () => {
  it.each([
    ["to switch a guard off", "ALTER TABLE transfer DISABLE TRIGGER transfer_append_only"],
    ["to switch all guards off", "ALTER TABLE account DISABLE TRIGGER ALL"],
    ["to remove a guard", "DROP TRIGGER transfer_append_only ON transfer"],
    [
      "to add a trigger",
      "CREATE TRIGGER mine BEFORE INSERT ON lot FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    ],
    [
      "to replace what a guard does",
      "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    ],
    ["to have a function of its own", "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'"],
    ["to have a table of its own", "CREATE TABLE mine (id int)"],
    [
      "to have a temporary table, whose triggers would pass as the ledger's",
      "CREATE TEMPORARY TABLE mine (id int)",
    ],
    ["to pass as a replica, which skips triggers", "SET session_replication_role = replica"],
    ["to drop a bound", "ALTER TABLE account DROP CONSTRAINT account_floor_check"],
    ["to empty a table", "TRUNCATE transfer CASCADE"],
    ["to drop a table", "DROP TABLE block CASCADE"],
    ["to change a transfer", "UPDATE transfer SET amount = 1"],
    ["to remove a transfer", "DELETE FROM transfer"],
    ["to change a block", "UPDATE block SET hash = hash"],
    ["to change an entry", "UPDATE decision SET points = 1"],
    ["to change what was audited", "DELETE FROM audit"],
    ["to become somebody else", "SET ROLE tessera"],
    ["to read the history of migrations", "SELECT * FROM _prisma_migrations"],
  ])("%s", async (_what, statement) => {
    await expect(role.query(statement)).rejects.toThrow(/permission denied|must be owner|permission to set/);
  });

  it("to move a balance, a lot or a lane by hand, by the guards that it cannot switch off", async () => {
    await expect(role.query("UPDATE account SET balance = balance + 1")).rejects.toThrow(
      "moves by transfers alone",
    );
    await expect(role.query("UPDATE lot SET remaining = granted WHERE remaining < granted")).rejects.toThrow(
      "drawn by transfers alone",
    );
    await expect(role.query("UPDATE lane SET block_no = 0 WHERE block_no > 0")).rejects.toThrow(
      "only moves on",
    );
  });
});
