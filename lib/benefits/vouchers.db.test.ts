import { describe, expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { listVouchers } from "./queries";
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
