import { type Clock, fixedClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import type { Prisma } from "@/lib/db";
import { db } from "@/lib/db";
import type { RedemptionRequest } from "@/lib/redemptions";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { verifyProgram } from "@/lib/verifications";
import { readWallet } from "@/lib/wallet";

export const NOON = new Date("2026-11-20T12:00:00Z");
const MINUTE_MS = 60_000;

export const BERLIN = {
  name: "Amira El Haddad",
  line1: "Kollwitzstr. 12",
  postalCode: "10405",
  city: "Berlin",
  country: "DE",
} as const;

type RewardParts = Partial<Omit<Prisma.RewardUncheckedCreateInput, "programId" | "rewardId">> & {
  points?: number;
  amountMinor?: number;
};

/** A published reward at a price for everybody; a generated voucher unless it says otherwise. @returns its id */
export async function makeReward(
  { programId }: Pick<TestProgram, "programId">,
  { points = 100, amountMinor = 0, ...parts }: RewardParts = {},
): Promise<string> {
  const rewardId = newId();
  const made = { createdAt: NOON, updatedAt: NOON, publishedAt: NOON } as const;
  const kind = {
    kind: "generated_voucher",
    fulfilment: "code",
    state: "published",
    name: "Free coffee",
  } as const;
  await db().reward.create({ data: { programId, rewardId, ...kind, ...made, ...parts } });
  await db().rewardPrice.create({
    data: { programId, rewardId, priceNo: 1, points: BigInt(points), amountMinor: BigInt(amountMinor) },
  });
  return rewardId;
}

/** A reward that somebody sends. */
export function makeParcel(
  program: Pick<TestProgram, "programId">,
  parts: RewardParts = {},
): Promise<string> {
  const kind = { kind: "physical", fulfilment: "manual", name: "Coffee beans 1 kg" } as const;
  return makeReward(program, { stock: 5, holdMinutes: 60, ...kind, ...parts });
}

/** A pool with codes, and a reward that hands them out. */
export async function makePoolReward(
  program: Pick<TestProgram, "programId">,
  codes: readonly string[],
  parts: RewardParts = {},
): Promise<{ rewardId: string; poolId: string }> {
  const { programId } = program;
  const poolId = newId();
  await db().codePool.create({ data: { programId, poolId, name: "Cinema", createdAt: NOON } });
  const uploadId = newId();
  await db().poolCode.createMany({
    data: codes.map((code, index) => ({ programId, poolId, codeNo: BigInt(index + 1), code, uploadId })),
  });
  const kind = { kind: "pool_voucher", poolId, name: "Cinema ticket" } as const;
  return { rewardId: await makeReward(program, { ...kind, ...parts }), poolId };
}

/** A program at noon with a member who has points. */
export async function makeShopper({
  points = 500,
  ...overrides
}: { points?: number } & Parameters<typeof makeProgram>[0] = {}) {
  const clock = fixedClock(NOON);
  const program = await makeProgram(overrides, clock);
  const { memberId } = await makeMember(program.ctx);
  if (points > 0) await givePoints(program.ctx, memberId, points);
  return {
    program,
    ctx: program.ctx,
    memberId,
    asMember: ctxFor(program, { memberId, clock }),
    asSupport: ctxFor(program, { role: "support", clock }),
  };
}

/** What a member asks for in the wallet. */
export function wish(rewardId: string, more: Partial<RedemptionRequest> = {}): RedemptionRequest {
  return { rewardId, channel: "wallet", ...more };
}

export function minutesLater(minutes: number): Clock {
  return fixedClock(new Date(NOON.getTime() + minutes * MINUTE_MS));
}

export async function pointsOf({ ctx }: TestProgram, memberId: string) {
  const { available, held, lifetimeSpent } = await readWallet(ctx, memberId);
  return { available, held, spent: lifetimeSpent };
}

export async function stockOf({ programId }: TestProgram, rewardId: string): Promise<number | null> {
  const { stock } = await db().reward.findUniqueOrThrow({
    where: { programId_rewardId: { programId, rewardId } },
  });
  return stock;
}

/** What of the ledger, and of what redemptions promise, does not hold: nothing. */
export async function findingsOf({ ctx }: TestProgram) {
  return (await verifyProgram(ctx)).findings;
}

/** How each of many attempts ended: `ok`, or the code of what it met. */
export async function outcomes(attempts: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const result of await Promise.allSettled(attempts)) {
    const code =
      result.status === "fulfilled"
        ? "ok"
        : ((result.reason as { code?: string }).code ?? String(result.reason));
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
