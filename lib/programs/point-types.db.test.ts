import { describe, expect, it } from "vitest";
import { Forbidden, Invalid, NotFound } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { ctxFor, makeProgram } from "@/lib/testing/fixtures";
import { createPointType } from "./create-point-type";
import { PROGRAM_ACCOUNTS } from "./point-types";
import { readProgram } from "./queries";
import { recallProgram } from "./recall-program";
import { setLedgerPolicy } from "./set-ledger-policy";
import { updatePointType } from "./update-point-type";

const status = { code: "status", name: "status points" };

describe("a point type", () => {
  it("comes with accounts of its own and is seen at once", async () => {
    const program = await makeProgram();
    const { programId } = program;
    await recallProgram(programId);
    const made = await createPointType(ctxFor(program, { role: "owner" }), {
      ...status,
      expiry: { kind: "calendar", period: "year", keep: 1 },
    });
    expect(made).toEqual({
      pointTypeNo: 2,
      code: "status",
      name: "status points",
      spendable: false,
      expiry: { kind: "calendar", period: "year", keep: 1 },
      pending: { kind: "immediate" },
      returnPolicy: "debt",
      valuePerThousandMinor: 1_000,
    });
    expect((await recallProgram(programId)).pointTypes.map(({ code }) => code)).toEqual(["points", "status"]);
    const accounts = await db().account.count({ where: { programId, pointTypeNo: 2, party: programId } });
    expect(accounts).toBe(PROGRAM_ACCOUNTS.length);
  });

  it("has a code of its own, also when two are made at once", async () => {
    const { ctx, programId } = await makeProgram();
    const made = await Promise.allSettled([
      createPointType(ctx, status),
      createPointType(ctx, status),
      createPointType(ctx, { ...status, code: "miles" }),
    ]);
    const refused = made.filter((outcome) => outcome.status === "rejected");
    expect(refused).toMatchObject([{ reason: { code: "point_type_exists" } }]);
    const { pointTypes } = await readProgram(programId);
    expect(pointTypes.map(({ pointTypeNo }) => pointTypeNo)).toEqual([1, 2, 3]);
  });

  it("changes in parts, by those who run the program, with a trace in the audit log", async () => {
    const program = await makeProgram();
    const owner = ctxFor(program, { role: "owner" });
    const expiry = { kind: "sliding", unit: "month", count: 18 } as const;
    expect(await updatePointType(owner, "points", { expiry })).toMatchObject({ name: "points", expiry });
    await updatePointType(owner, "points", { name: "beans", returnPolicy: "within_balance" });
    await updatePointType(owner, "points", { valuePerThousandMinor: 400 });
    expect((await recallProgram(program.programId)).pointType).toMatchObject({
      name: "beans",
      expiry,
      returnPolicy: "within_balance",
      valuePerThousandMinor: 400,
    });
    const trace = await db().audit.findMany({
      where: { programId: program.programId, action: "point_type.changed" },
    });
    expect(trace).toHaveLength(3);
    await expect(updatePointType(owner, "miles", { name: "x" })).rejects.toThrow(NotFound);
    const marketer = ctxFor(program, { role: "marketer" });
    await expect(updatePointType(marketer, "points", { name: "x" })).rejects.toThrow(Forbidden);
    await expect(createPointType(marketer, status)).rejects.toThrow(Forbidden);
  });
});

describe("the ledger's policy", () => {
  it("changes what is named and keeps the rest", async () => {
    const { ctx, programId, ledgerPolicy } = await makeProgram();
    await setLedgerPolicy(ctx, { holds: { defaultMinutes: 30 } });
    await setLedgerPolicy(ctx, { transfers: { enabled: true, largest: null } });
    const changed = await setLedgerPolicy(ctx, { adjustments: { approvalAbove: 50 } });
    expect(changed).toEqual({
      ...ledgerPolicy,
      adjustments: { ...ledgerPolicy.adjustments, approvalAbove: 50 },
      holds: { ...ledgerPolicy.holds, defaultMinutes: 30 },
      transfers: { ...ledgerPolicy.transfers, enabled: true, largest: null },
    });
    expect((await recallProgram(programId)).ledgerPolicy).toEqual(changed);
  });

  it("is audited with what each part was and is", async () => {
    const { ctx, programId } = await makeProgram();
    await setLedgerPolicy(ctx, { adjustments: { approvalAbove: 50_000 }, transfers: { enabled: true } });
    const [audit] = await db().audit.findMany({ where: { programId, action: "ledger_policy.changed" } });
    expect(audit?.detail).toEqual({
      "adjustments.approvalAbove": { from: 1_000, to: 50_000 },
      "transfers.enabled": { from: false, to: true },
    });
  });

  it("refuses limits that contradict each other", async () => {
    const { ctx } = await makeProgram();
    await expect(setLedgerPolicy(ctx, { transfers: { smallest: 10, largest: 9 } })).rejects.toMatchObject({
      fields: [{ pointer: "/transfers/largest" }],
    });
    await expect(setLedgerPolicy(ctx, { holds: { longestMinutes: 5 } })).rejects.toThrow(Invalid);
  });
});
