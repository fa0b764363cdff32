import { expect, it } from "vitest";
import { useVoucher as takeVoucher } from "@/lib/benefits";
import { db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { ctxFor, makeMember, makeProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { postSlice } from "./post-slice";

const MEMBERS = 12;

it("never both takes a voucher at the counter and withdraws it, and posts each purchase once", async () => {
  const program = await makeProgram({ lanes: 3 });
  const { ctx, programId } = program;
  await putInForce(programId, [
    {
      name: "Stamp card",
      trigger: { event: "purchase" },
      effects: [
        { kind: "voucher", name: "Free coffee" },
        { kind: "progress", challenge: "Ten cups", goal: 10 },
        { kind: "badge", badge: "Regular" },
      ],
    },
  ]);
  const members = Array.from({ length: MEMBERS }, (_, place) => `c-${place}`);
  for (const externalId of members) await makeMember(ctx, { externalId });
  const occurredAt = new Date().toISOString();
  const purchases = members.map((externalId) => ({
    type: "purchase",
    id: `p-${externalId}`,
    member: { externalId },
    occurredAt,
    currency: "EUR",
    amountMinor: 400,
  }));
  const post = async () => {
    while ((await postSlice({ programId, limit: 3 })) !== null);
  };
  await Promise.all([acceptEvents(ctx, purchases), acceptEvents(ctx, purchases)]);
  await Promise.all([post(), post(), post()]);
  const issued = await db().voucher.findMany({ where: { programId } });
  expect(issued).toHaveLength(MEMBERS);

  await acceptEvents(
    ctx,
    members.map((externalId) => ({
      type: "return",
      id: `r-${externalId}`,
      purchaseId: `p-${externalId}`,
      member: { externalId },
      occurredAt,
    })),
  );
  const till = ctxFor(program, { role: "cashier" });
  const [tries] = await Promise.all([
    Promise.allSettled(issued.map(({ code }) => takeVoucher(till, code))),
    post(),
    post(),
  ]);
  const taken = tries.filter(({ status }) => status === "fulfilled").length;
  const after = await db().voucher.groupBy({ by: ["state"], where: { programId }, _count: true });
  const count = (state: string) => after.find((row) => row.state === state)?._count ?? 0;
  expect({ used: count("used"), withdrawn: count("withdrawn") }).toEqual({
    used: taken,
    withdrawn: MEMBERS - taken,
  });
  expect(await db().benefit.count({ where: { programId, state: "given" } })).toBe(taken);
  const standing = await db().challengeProgress.findMany({ where: { programId } });
  expect(standing.every(({ progress }) => progress === 0n)).toBe(true);
  expect(await db().badge.count({ where: { programId, count: { gt: 0 } } })).toBe(0);
});
