import type { Ctx } from "@/lib/auth/context";
import { present } from "@/lib/core/assert";
import { db, type Prisma } from "@/lib/db";
import { contributeNow, sendPointsNow } from "@/lib/flows/pass-points";
import { answerInvitation, createPool, inviteToPool, spendFromPool } from "@/lib/pools";
import { ledgerPolicy } from "@/lib/programs/schema";

/**
 * Lets members send each other points and share them: a household that the demo's member runs with two others, and a
 * small present among guests.
 * @param ctx of the company's owner, at the end of the last day
 * @param memberId the demo's member
 */
export async function shareAndSend(ctx: Ctx, memberId: string): Promise<void> {
  const { programId } = ctx;
  const policy = ledgerPolicy.parse({ transfers: { enabled: true }, pools: { enabled: true, members: 8 } });
  await db().program.update({
    where: { programId },
    data: { ledgerPolicy: policy as Prisma.InputJsonObject },
  });
  if ((await db().pool.count({ where: { programId } })) > 0) return;

  const [lena, paul] = await richestBut(programId, memberId);
  const { poolId } = await createPool(ctx, memberId, { kind: "household", name: "Kastanienallee 7" });
  for (const { partyId, limit, points } of [
    { partyId: lena, limit: null, points: 240 },
    { partyId: paul, limit: 100, points: 120 },
  ]) {
    await inviteToPool(ctx, poolId, { member: { id: partyId }, monthlyLimit: limit });
    await answerInvitation(ctx, poolId, { memberId: partyId, accepts: true });
    await contributeNow(ctx, poolId, { memberId: partyId, points });
  }
  await spendFromPool(ctx, poolId, { memberId: paul, points: 40, reason: "Brunch for four" });
  await sendPointsNow(ctx, lena, { to: { id: paul }, points: 25, message: "Thanks for the cake!" });
}

async function richestBut(programId: string, memberId: string): Promise<[string, string]> {
  const accounts = await db().account.findMany({
    where: { programId, kind: "available", pointTypeNo: 1, party: { notIn: [memberId, programId] } },
    orderBy: [{ balance: "desc" }, { accountId: "asc" }],
    take: 2,
    select: { party: true },
  });
  const [first, second] = accounts.map(({ party }) => party);
  return [present(first, "the demo has guests"), present(second, "the demo has guests")];
}
