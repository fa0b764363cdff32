import "server-only";
import type { MemberCtx } from "@/lib/auth/context";
import { drawCharacters } from "@/lib/core/drawn-code";
import { db } from "@/lib/db";
import { readPolicy } from "./policy-row";
import type { OwnReferrals } from "./schema";

const CODE_CHARACTERS = 8;
/** Of 31^8 codes two hardly ever meet; so often in a row would be a fault elsewhere. */
const DRAWS = 5;

/**
 * A member's own link: its code, which is drawn when it is first asked for, and what came of it.
 * @returns null where the program does not reward bringing others along
 */
export async function readOwnReferrals(ctx: MemberCtx): Promise<OwnReferrals | null> {
  const { programId } = ctx;
  const { memberId } = ctx.actor;
  const tx = ctx.tx ?? db();
  const policy = await readPolicy(tx, programId);
  if (!policy.enabled) return null;
  const code = await ensureCode(ctx, memberId);
  const where = { programId, referrerId: memberId };
  const [joined, rewarded] = await Promise.all([
    tx.referral.count({ where }),
    tx.referral.aggregate({
      where: { ...where, state: "rewarded", takenBackAt: null },
      _count: true,
      _sum: { referrerPoints: true },
    }),
  ]);
  const { _count: count, _sum: sum } = rewarded;
  return { code, policy, joined, rewarded: count, pointsEarned: sum.referrerPoints ?? 0 };
}

async function ensureCode(ctx: MemberCtx, memberId: string): Promise<string> {
  const { programId } = ctx;
  const tx = ctx.tx ?? db();
  for (let draw = 1; draw <= DRAWS; draw += 1) {
    const key = { programId_memberId: { programId, memberId } };
    const known = await tx.referralCode.findUnique({ where: key, select: { code: true } });
    if (known !== null) return known.code;
    const code = drawCharacters(CODE_CHARACTERS);
    // Another tab may be first, or the code be taken: either way the next look tells.
    await tx.referralCode.createMany({
      data: [{ programId, memberId, code, createdAt: ctx.clock.now() }],
      skipDuplicates: true,
    });
  }
  throw new Error(`no free referral code after ${DRAWS} draws`);
}
