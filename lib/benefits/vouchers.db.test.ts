import { describe, expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { db, sqlState } from "@/lib/db";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { listVouchers } from "./queries";
import { UNDO_MINUTES, undoVoucherUse } from "./undo-voucher-use";
import { useVoucher as takeVoucher } from "./use-voucher";
import { drawVoucherCode, printVoucherCode } from "./voucher-code";
import { expireVouchers } from "./voucher-sql";

const NOW = new Date("2026-11-22T09:00:00Z");
const clock = fixedClock(NOW);

async function issue(program: TestProgram, memberId: string, expiresOn: string | null): Promise<string> {
  const code = drawVoucherCode();
  await db().voucher.create({
    data: {
      programId: program.programId,
      voucherId: newId(),
      memberId,
      campaignId: newId(),
      code,
      name: "Free coffee",
      costMinor: 250n,
      issuedAt: NOW,
      expiresOn: expiresOn === null ? null : new Date(expiresOn),
    },
  });
  return code;
}

async function shop() {
  const program = await makeProgram({}, clock);
  const { memberId } = await makeMember(program.ctx);
  return { program, memberId, till: ctxFor(program, { role: "cashier", clock }) };
}

describe("a voucher at the counter", () => {
  it("is used once, however it is typed, and the audit log knows", async () => {
    const { program, memberId, till } = await shop();
    const code = await issue(program, memberId, "2026-11-22");
    const used = await takeVoucher(till, printVoucherCode(code).toLowerCase(), { reference: "receipt-7" });
    expect(used).toMatchObject({ state: "used", reference: "receipt-7", closedAt: NOW.toISOString() });
    await expect(takeVoucher(till, code)).rejects.toMatchObject({ code: "voucher_used", status: 409 });
    const audit = await db().audit.findFirst({
      where: { programId: program.programId, action: "voucher.used" },
    });
    expect(audit?.detail).toMatchObject({ name: "Free coffee", costMinor: 250 });
  });

  it("is had by one of many who try at once", async () => {
    const { program, memberId, till } = await shop();
    const code = await issue(program, memberId, null);
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => takeVoucher(till, code)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const attempt of tries) {
      if (attempt.status === "rejected") expect(attempt.reason).toMatchObject({ code: "voucher_used" });
    }
  });

  it("answers the same for the same key", async () => {
    const { program, memberId, till } = await shop();
    const code = await issue(program, memberId, null);
    const ctx = { ...till, idempotencyKey: "k-1", operation: "use" };
    expect(await takeVoucher(ctx, code)).toEqual(await takeVoucher(ctx, code));
  });

  it("is refused when it is over, unknown, another program's, or the caller may not", async () => {
    const { program, memberId, till } = await shop();
    const code = await issue(program, memberId, "2026-11-21");
    await expect(takeVoucher(till, code)).rejects.toMatchObject({ code: "voucher_expired" });
    expect((await listVouchers(till, memberId, { state: "expired", limit: 5 })).items).toHaveLength(1);
    expect((await listVouchers(till, memberId, { state: "issued", limit: 5 })).items).toEqual([]);
    const good = await issue(program, memberId, null);
    const elsewhere = ctxFor(await makeProgram({}, clock), { role: "cashier", clock });
    await expect(takeVoucher(elsewhere, good)).rejects.toMatchObject({ code: "not_found" });
    await expect(takeVoucher(till, drawVoucherCode())).rejects.toMatchObject({ code: "not_found" });
    const analyst = ctxFor(program, { role: "analyst", clock });
    await expect(takeVoucher(analyst, good)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("expires by the day, and stays what it became", async () => {
    const { program, memberId } = await shop();
    const { programId } = program;
    await issue(program, memberId, "2026-11-21");
    await issue(program, memberId, "2026-11-22");
    await issue(program, memberId, null);
    expect(await expireVouchers(db(), programId, "2026-11-22", NOW)).toBe(1);
    expect(await expireVouchers(db(), programId, "2026-11-22", NOW)).toBe(0);
    const reopen = db().voucher.updateMany({
      where: { programId, state: "expired" },
      data: { state: "issued", closedAt: null },
    });
    await expect(reopen).rejects.toThrow();
    await expect(db().voucher.deleteMany({ where: { programId } })).rejects.toThrow();
    expect(await db().voucher.count({ where: { programId, state: "expired" } })).toBe(1);
  });

  it("is listed page by page, to the member too, and to no other", async () => {
    const { program, memberId } = await shop();
    for (let made = 0; made < 3; made += 1) await issue(program, memberId, null);
    const self = ctxFor(program, { memberId, clock });
    const first = await listVouchers(self, memberId, { limit: 2 });
    const rest = await listVouchers(self, memberId, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([2, 1, null]);
    const { memberId: other } = await makeMember(program.ctx);
    const stranger = ctxFor(program, { memberId: other, clock });
    await expect(listVouchers(stranger, memberId, { limit: 2 })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a mistake at the counter", () => {
  it("is taken back by whoever made it, within ten minutes, and by nobody else", async () => {
    const { program, memberId, till } = await shop();
    const code = await issue(program, memberId, null);
    await takeVoucher(till, code);
    const another = ctxFor(program, { role: "cashier", clock });
    const refused = { code: "voucher_not_yours_to_undo" };
    await expect(undoVoucherUse(another, code)).rejects.toMatchObject(refused);
    const late = { ...till, clock: fixedClock(new Date(NOW.getTime() + UNDO_MINUTES * 60_000)) };
    await expect(undoVoucherUse(late, code)).rejects.toMatchObject(refused);
    expect(await undoVoucherUse(till, code)).toMatchObject({ state: "issued", closedAt: null });
    await expect(undoVoucherUse(till, code)).rejects.toMatchObject(refused);
    expect(await takeVoucher(another, code)).toMatchObject({ state: "used" });
  });

  it("is all that opens a voucher again", async () => {
    const { program, memberId, till } = await shop();
    const code = await issue(program, memberId, null);
    await takeVoucher(till, code);
    const { programId } = program;
    const where = { programId_code: { programId, code } };
    const change = (data: object) => db().voucher.update({ where, data }).catch(sqlState);
    // restrict_violation: the trigger.
    expect(await change({ name: "Another" })).toBe("23001");
    expect(await change({ state: "expired", reference: null, usedBy: null })).toBe("23001");
  });
});
