import { describe, expect, it } from "vitest";
import { useVoucher } from "@/lib/benefits";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { fixedClock } from "@/lib/core/clock";
import { Forbidden } from "@/lib/core/errors";
import { db, withTx } from "@/lib/db";
import { ctxFor, makeMember, makeProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { decisionOutcome, readWallet, spendPoints } from "@/lib/wallet";
import { previewReturn } from "./preview-return";
import { receiveEvents } from "./receive-events";

const clock = fixedClock(new Date("2026-11-20T12:00:00Z"));
const trigger = { event: "purchase" } as const;
const RULES: CampaignDefinitionInput[] = [
  {
    name: "Base rate",
    trigger,
    effects: [{ kind: "per_amount", points: 1, perMinor: 100, basis: "lines" }],
  },
  {
    name: "Later",
    trigger,
    effects: [{ kind: "fixed", points: 20 }],
    terms: { pending: { kind: "period", days: 14 } },
  },
];

async function makeBuyer() {
  const program = await makeProgram({}, clock);
  await putInForce(program.programId, RULES);
  const { memberId, cardNumber } = await makeMember(program.ctx);
  const common = { member: { cardNumber }, occurredAt: "2026-11-20T10:00:00Z" };
  const lines = [
    { name: "Beans", amountMinor: 3_000, quantity: 3 },
    { name: "Mug", amountMinor: 1_000 },
  ];
  await receiveEvents(program.ctx, { type: "purchase", id: "p-1", currency: "EUR", lines, ...common }, true);
  const returnOf = (id: string, some?: { line: number; quantity: number }[]) => ({
    type: "return",
    id,
    purchaseId: "p-1",
    ...common,
    ...(some && { lines: some }),
  });
  return { program, ctx: program.ctx, memberId, returnOf };
}

const counts = async (programId: string) => ({
  events: await db().event.count({ where: { programId } }),
  transfers: await db().transfer.count({ where: { programId } }),
  decisions: await db().decision.count({ where: { programId } }),
  lines: await db().returnedLine.count({ where: { programId } }),
});

describe("the preview of a return", () => {
  it("tells line by line what comes from pending points, from the balance, and what will be owed", async () => {
    const { program, ctx, memberId, returnOf } = await makeBuyer();
    await spendPoints(ctx, memberId, { points: 35, reason: "Grinder" });
    const before = await counts(program.programId);
    const preview = await previewReturn(ctx, returnOf("r-1"));
    expect(preview).toMatchObject({
      lines: [
        { line: 0, name: "Beans", quantity: 3, points: 45 },
        { line: 1, name: "Mug", quantity: 1, points: 15 },
      ],
      fromPending: 20,
      fromBalance: 5,
      debt: 35,
      forgiven: 0,
      availableAfter: 0,
      owedAfter: 35,
    });
    expect(await counts(program.programId)).toEqual(before);
  });

  it("tells which benefits go with the last of it, and which stay, and locks none of them", async () => {
    const program = await makeProgram({}, clock);
    const { ctx, programId } = program;
    await putInForce(programId, [
      {
        name: "Breakfast",
        trigger,
        effects: [
          { kind: "voucher", name: "Free coffee" },
          { kind: "badge", badge: "Early bird" },
          { kind: "notify", title: "Hello", body: "Good morning." },
        ],
      },
    ]);
    const { memberId, cardNumber } = await makeMember(ctx);
    const common = { member: { cardNumber }, occurredAt: "2026-11-20T10:00:00Z" };
    const lines = [{ amountMinor: 2_000, quantity: 2 }];
    await receiveEvents(ctx, { type: "purchase", id: "p-1", currency: "EUR", lines, ...common }, true);
    const some = {
      type: "return",
      id: "r-1",
      purchaseId: "p-1",
      ...common,
      lines: [{ line: 0, quantity: 1 }],
    };
    expect((await previewReturn(ctx, some)).benefits).toEqual([]);

    const all = { ...some, lines: [{ line: 0, quantity: 2 }] };
    const told = async () =>
      (await previewReturn(ctx, all)).benefits.map(({ kind, what, stays }) => [kind, what, stays]);
    await withTx({}, async (tx) => {
      // Somebody is using the voucher at this very moment: a look does not wait for it.
      await tx.$queryRaw`SELECT FROM voucher WHERE program_id = ${programId}::uuid FOR UPDATE`;
      expect(await told()).toEqual([
        ["notify", "Hello", true],
        ["badge", "Early bird", false],
        ["voucher", "Free coffee", false],
      ]);
    });
    const { code } = await db().voucher.findFirstOrThrow({ where: { programId, memberId } });
    await useVoucher(ctxFor(program, { role: "owner", clock }), code);
    expect(await told()).toContainEqual(["voucher", "Free coffee", true]);
    expect(await db().benefit.count({ where: { programId, state: "withdrawn" } })).toBe(0);
    const preview = await previewReturn(ctx, all);
    await receiveEvents(ctx, all, true);
    const { outcome } = await db().decision.findFirstOrThrow({ where: { programId, kind: "return" } });
    const withdrawn = decisionOutcome.parse(outcome).withdrawn ?? [];
    expect(preview.benefits.map(({ kind, stays }) => [kind, stays])).toEqual(
      withdrawn.map(({ kind, stays = false }) => [kind, stays]),
    );
  });

  it("is what the return then does, part by part", async () => {
    const { ctx, memberId, returnOf } = await makeBuyer();
    await spendPoints(ctx, memberId, { points: 30, reason: "Grinder" });
    for (const [index, quantity] of [1, 0.5, 1.5].entries()) {
      const body = returnOf(`r-${index}`, [{ line: 0, quantity }]);
      const preview = await previewReturn(ctx, body);
      await receiveEvents(ctx, body, true);
      const wallet = await readWallet(ctx, memberId);
      expect([preview.availableAfter, preview.owedAfter]).toEqual([wallet.available, wallet.debt]);
      expect(preview.lines).toMatchObject([{ line: 0, quantity }]);
    }
  });

  it("refuses what the return would be refused for, in the same words", async () => {
    const { program, ctx, returnOf } = await makeBuyer();
    const refusals: [object, string][] = [
      [returnOf("r-1", [{ line: 7, quantity: 1 }]), "no_such_line"],
      [returnOf("r-1", [{ line: 1, quantity: 2 }]), "returned_too_much"],
      [{ ...returnOf("r-1"), purchaseId: "p-9" }, "purchase_not_found"],
      [{ ...returnOf("r-1"), member: { cardNumber: "TS0000000000" } }, "unknown_member"],
      [{ ...returnOf("r-1"), occurredAt: "yesterday" }, "invalid_format"],
    ];
    for (const [body, code] of refusals) {
      await expect(previewReturn(ctx, body)).rejects.toMatchObject({ code });
    }
    await expect(
      previewReturn(ctx, { ...returnOf("c-1"), type: "custom", name: "visit" }),
    ).rejects.toBeDefined();
    const analyst = ctxFor(program, { role: "analyst" });
    await expect(previewReturn(analyst, returnOf("r-1"))).rejects.toThrow(Forbidden);
  });
});
