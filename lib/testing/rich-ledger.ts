import { fixedClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { db, withTx } from "@/lib/db";
import { acceptEvents, queueArrivals } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events";
import { insertPointType } from "@/lib/programs";
import { atDesk, insertReversedEntry, placeHold, planPassing, spendPoints } from "@/lib/wallet";
import { makeMember, makeProgram, type TestProgram } from "./fixtures";
import { putInForce } from "./rules";

export type RichLedger = TestProgram & { memberId: string; purchaseId: string };

/**
 * A program with one lane, in whose ledger there is something of everything: a purchase that a campaign with a limit
 * rewarded, a part of it returned, points spent, held, owed, pending, reversed and on their way to somebody else, an
 * event that waits and one that was set aside.
 */
export async function makeRichLedger(): Promise<RichLedger> {
  const clock = fixedClock(new Date("2026-11-20T12:00:00Z"));
  const program = await makeProgram({ lanes: 1, pointsExpireAfterMonths: 12 }, clock);
  const { ctx, programId } = program;
  await withTx(ctx, (tx) =>
    insertPointType(tx, programId, {
      pointTypeNo: 2,
      code: "stars",
      name: "stars",
      spendable: false,
      expiry: { kind: "none" },
      pending: { kind: "immediate" },
      returnPolicy: "debt",
      valuePerThousandMinor: 1_000,
    }),
  );
  await putInForce(programId, [
    {
      name: "Base rate",
      trigger: { event: "purchase" },
      effects: [{ kind: "per_amount", points: 1, perMinor: 100, basis: "lines" }],
      limits: [
        { per: "member", points: 500, window: "day" },
        { per: "campaign", points: 10_000, window: "month" },
      ],
    },
    {
      name: "Stars",
      trigger: { event: "purchase" },
      effects: [{ kind: "fixed", points: 3 }],
      terms: { pointType: "stars", pending: { kind: "event", name: "flown" } },
    },
  ]);
  const [member, other, debtor] = [await makeMember(ctx), await makeMember(ctx), await makeMember(ctx)];
  const purchase = (who: typeof member, id: string, amountMinor: number) => ({
    type: "purchase",
    id,
    member: { cardNumber: who.cardNumber },
    occurredAt: "2026-11-20T10:00:00Z",
    currency: "EUR",
    lines: [{ amountMinor, quantity: 2 }],
  });
  const back = (who: typeof member, id: string, purchaseId: string, quantity: number) => ({
    type: "return",
    id,
    member: { cardNumber: who.cardNumber },
    occurredAt: "2026-11-20T11:00:00Z",
    purchaseId,
    lines: [{ line: 0, quantity }],
  });
  const { results } = await acceptEvents(ctx, [
    purchase(member, "p1", 20_000),
    back(member, "r1", "p1", 1),
    purchase(debtor, "p2", 4_000),
    back(member, "r2", "never bought", 1),
  ]);
  await postSlice({ programId, clock });
  await spendPoints(ctx, debtor.memberId, { points: 40, reason: "A mug" });
  await acceptEvents(ctx, [back(debtor, "r3", "p2", 2)]);
  await postSlice({ programId, clock });
  const { causeId } = await spendPoints(ctx, member.memberId, { points: 30, reason: "A mug" });
  await placeHold(ctx, member.memberId, { points: 20, reason: "A grinder" });
  await reverseSpend(program, member.memberId, causeId);
  await send(program, member.memberId, other);
  await acceptEvents(ctx, [purchase(member, "p3", 1_000)]);
  const purchaseId = results[0]?.status === "accepted" ? results[0].eventId : "";
  return { ...program, memberId: member.memberId, purchaseId };
}

async function reverseSpend({ ctx }: TestProgram, memberId: string, causeId: string): Promise<void> {
  const transfers = await db().transfer.findMany({ where: { programId: ctx.programId, causeId } });
  const lotNumbers = transfers.map(({ lotNo }) => Number(lotNo));
  const reversalId = newId();
  await withTx(ctx, async (tx) => {
    await atDesk(tx, ctx, { memberId, lotNumbers }, (desk) => {
      desk.enter({
        causeId: reversalId,
        memberId,
        subject: { type: "reversal", reason: "It was broken", of: "spend", causeId },
        movements: transfers.map((transfer) => ({
          kind: "reversal",
          campaignId: null,
          amount: Number(transfer.amount) - 10,
          debit: "redeemed",
          credit: "available",
          reverses: Number(transfer.transferNo),
          lot: { lotNo: Number(transfer.lotNo) },
        })),
      });
    });
    const reversedAt = ctx.clock.now();
    await insertReversedEntry(tx, ctx.programId, { causeId, reversalId, reversedAt });
  });
}

/** Sends points to another member, to whom they are still on their way. */
async function send({ ctx }: TestProgram, memberId: string, to: { memberId: string; lane: number }) {
  await withTx(ctx, (tx) =>
    atDesk(tx, ctx, { memberId }, async (desk) => {
      const passing = planPassing(desk.purseOf(memberId), 15, desk.today);
      if (passing === null) throw new Error("the member has the points");
      const causeId = newId();
      desk.enter({
        causeId,
        memberId,
        subject: { type: "transfer_out", to: to.memberId },
        movements: passing.movements,
      });
      const subject = { type: "transfer_in" as const, from: memberId };
      const arrival = {
        id: causeId,
        to: { partyId: to.memberId, lane: to.lane },
        subject,
        lots: passing.lots,
      };
      await queueArrivals(tx, ctx.programId, [arrival], desk.now);
    }),
  );
}
