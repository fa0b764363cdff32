import "server-only";
import { recordAudit } from "@/lib/audit";
import { type Ctx, systemCtx } from "@/lib/auth/context";
import { localDay, startOfDay } from "@/lib/core/calendar";
import type { Clock } from "@/lib/core/clock";
import { toTypeId } from "@/lib/core/ids";
import { type Tx, withTx } from "@/lib/db";
import { type Credit, queueCredits } from "@/lib/events";
import { translate } from "@/lib/i18n/translate";
import { queueOccasions } from "@/lib/occasions";
import { type ProgramDto, readProgram, SPENDABLE_POINT_TYPE } from "@/lib/programs";
import { readPolicy } from "./policy-row";
import type { ReferralPolicy } from "./schema";
import { amountLeft, countRewardedSince, type DueReferral, lockDueReferral } from "./sql";

/** Where the credits of rewards come from, and how each is named there. */
export const CREDIT_SOURCE = "credit:referral";
export type RewardedRole = "referrer" | "referee";
export function creditId(referralId: string, role: RewardedRole): string {
  return `${referralId}:${role}`;
}
const MOST_AT_ONCE = 100;

/**
 * Gives the rewards that are due: points for both sides, as events that are posted once each, and occasions that
 * campaigns can begin with. Where the purchase came back meanwhile, the next one counts instead.
 * @returns how many were decided
 */
export async function rewardReferrals(clock: Clock): Promise<number> {
  for (let decided = 0; decided < MOST_AT_ONCE; decided += 1) {
    const isOne = await withTx({}, async (tx) => {
      const referral = await lockDueReferral(tx, clock.now());
      if (referral !== null) await decide(tx, systemCtx(referral.programId, "referrals", clock), referral);
      return referral !== null;
    });
    if (!isOne) return decided;
  }
  return MOST_AT_ONCE;
}

type Side = { memberId: string; lane: number; status: string; locale: string | null };

async function decide(tx: Tx, ctx: Ctx, referral: DueReferral): Promise<void> {
  const { programId, referralId, referrerId, refereeId, purchaseEventId } = referral;
  const program = await readProgram(programId, tx);
  const policy = await readPolicy(tx, programId);
  const key = { programId_referralId: { programId, referralId } };
  if ((await amountLeft(tx, programId, purchaseEventId)) < policy.minimumMinor) {
    const again = { state: "joined", purchaseEventId: null, qualifiedAt: null, dueAt: null } as const;
    await tx.referral.update({ where: key, data: again });
    return;
  }
  const sides = await tx.member.findMany({
    where: { programId, memberId: { in: [referrerId, refereeId] } },
    select: { memberId: true, lane: true, status: true, locale: true },
  });
  const referrer = active(sides, referrerId);
  const referee = active(sides, refereeId);
  const now = ctx.clock.now();
  const isOverLimit = await reachesLimit(tx, program, policy, referrerId, now);
  const referrerPoints = referrer === null || isOverLimit ? 0 : policy.referrerPoints;
  const refereePoints = referee === null ? 0 : policy.refereePoints;
  const data = { state: "rewarded", rewardedAt: now, referrerPoints, refereePoints } as const;
  await tx.referral.update({ where: key, data });
  const credits = [
    creditOf(program, referralId, referrer, "referrer", referrerPoints),
    creditOf(program, referralId, referee, "referee", refereePoints),
  ].flatMap((credit) => credit ?? []);
  if (credits.length > 0) await queueCredits(tx, programId, credits, now);
  await queueOccasions(
    tx,
    programId,
    [
      ...(referrer === null || isOverLimit
        ? []
        : [
            { ...of(referrer), name: "referral.completed" as const, once: `referral:${referralId}:referrer` },
          ]),
      ...(referee === null
        ? []
        : [{ ...of(referee), name: "member.referred" as const, once: `referral:${referralId}:referee` }]),
    ].map((occasion) => ({ ...occasion, occurredAt: now })),
    now,
  );
  await recordAudit(tx, ctx, {
    action: "referral.rewarded",
    target: toTypeId("ref", referralId),
    detail: { referrerPoints, refereePoints },
  });
}

/** Somebody who has left or is blocked is given nothing; the other side is, all the same. */
function active(sides: readonly Side[], memberId: string): Side | null {
  return sides.find((side) => side.memberId === memberId && side.status === "active") ?? null;
}

function of({ memberId, lane }: Side): { memberId: string; lane: number } {
  return { memberId, lane };
}

async function reachesLimit(
  tx: Tx,
  program: ProgramDto,
  { monthlyLimit }: ReferralPolicy,
  referrerId: string,
  now: Date,
): Promise<boolean> {
  if (monthlyLimit === null) return false;
  const firstOfMonth = `${localDay(now, program.timeZone).slice(0, 7)}-01`;
  const since = startOfDay(firstOfMonth, program.timeZone);
  return (await countRewardedSince(tx, program.programId, referrerId, since)) >= monthlyLimit;
}

/** Its reason is written in the language of whoever reads it. */
function creditOf(
  program: ProgramDto,
  referralId: string,
  side: Side | null,
  role: RewardedRole,
  points: number,
): Credit | null {
  if (side === null || points === 0) return null;
  const t = translate(side.locale ?? program.locale, "referral");
  return {
    source: CREDIT_SOURCE,
    id: creditId(referralId, role),
    reason: t(role === "referrer" ? "referrerReason" : "refereeReason"),
    pointTypeNo: SPENDABLE_POINT_TYPE,
    points,
    ...of(side),
  };
}
