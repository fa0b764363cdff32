import { describe, expect, it } from "vitest";
import { Conflict } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { makeProgram } from "@/lib/testing/fixtures";
import { listProgramsOf, readProgramBySlug } from ".";

describe("createProgram", () => {
  it("knows a time zone by every name that IANA gives it, and no other", async () => {
    for (const timeZone of ["Asia/Kolkata", "Asia/Calcutta", "America/Argentina/Buenos_Aires", "UTC"]) {
      expect((await makeProgram({ timeZone })).timeZone).toBe(timeZone);
    }
    for (const timeZone of ["Asia/Nowhere", "+05:30", "europe/berlin", "CET"]) {
      await expect(makeProgram({ timeZone })).rejects.toThrow("not an IANA time zone");
    }
  });

  it("founds the program with its lanes, point type and accounts", async () => {
    const program = await makeProgram({ lanes: 3, pointName: "beans", pointsExpireAfterMonths: 12 });
    expect(await readProgramBySlug(program.slug)).toMatchObject({
      programId: program.programId,
      lanes: 3,
      ruleSetVersion: 0,
      pointType: { name: "beans", expiry: { kind: "rolling", unit: "month", count: 12 } },
    });
    const where = { programId: program.programId };
    expect(await db().lane.count({ where })).toBe(3);
    const accounts = await db().account.findMany({ where, select: { kind: true, floor: true } });
    expect(accounts.map(({ kind }) => kind).sort()).toEqual([
      "adjusted",
      "clearing",
      "expired",
      "issued",
      "redeemed",
      "returned",
    ]);
    expect(accounts.filter(({ floor }) => floor === null).map(({ kind }) => kind)).toEqual(["issued"]);
  });

  it("keeps addresses unique", async () => {
    const program = await makeProgram();
    await expect(makeProgram({ slug: program.slug })).rejects.toThrow(Conflict);
  });

  it("lists the programs of one organisation only", async () => {
    const first = await makeProgram({ name: "Alpha" });
    const second = await makeProgram({ name: "Beta", organizationId: first.organizationId });
    await makeProgram({ name: "Foreign" });
    const listed = await listProgramsOf(first.organizationId);
    expect(listed.map(({ programId }) => programId)).toEqual([first.programId, second.programId]);
  });
});
