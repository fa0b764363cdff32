import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { newId, toTypeId } from "@/lib/core/ids";
import { type Tx, withTx } from "@/lib/db";
import { translate } from "@/lib/i18n/translate";
import { readProgram } from "@/lib/programs";
import { CREDIT_SOURCE, creditId, type RewardedRole } from "@/lib/referrals";
import { atDesk, insertReversedEntry, type PostedEntry, planTakeBack, readEntry } from "@/lib/wallet";

/**
 * Takes a reward back from one of the two, unless that has been done: by the credit's own lot first, then by the
 * program's policy on returns. Nothing is taken from whoever has left.
 * @returns the points that were taken, those that are owed now included; null where the credit is not posted yet
 */
export async function takeBackSide(
  ctx: Ctx,
  { referralId }: { referralId: string },
  role: RewardedRole,
  memberId: string,
): Promise<number | null> {
  return withTx(ctx, async (tx) => {
    const { programId } = ctx;
    const member = await tx.member.findUniqueOrThrow({
      where: { programId_memberId: { programId, memberId } },
      select: { status: true, locale: true },
    });
    if (member.status === "closed") return 0;
    const credit = await findCredit(tx, programId, creditId(referralId, role));
    if (credit === null) return null;
    const lotNumbers = credit.transfers.flatMap(({ lotNo }) => lotNo ?? []);
    return atDesk(tx, ctx, { memberId, lotNumbers }, async (desk) => {
      // Whoever holds the lane sees whether somebody has reversed it meanwhile.
      const entry = (await readEntry(tx, programId, credit.causeId)) ?? credit;
      if (entry.reversalId !== null) return pointsOf(await readEntry(tx, programId, entry.reversalId));
      const program = await readProgram(programId, tx);
      const [lotNo] = lotNumbers;
      const { movements, forgiven } = planTakeBack(
        desk.purseOf(memberId),
        [{ campaignId: null, points: pointsOf(entry), lot: lotNo === undefined ? null : { lotNo } }],
        program.pointType.returnPolicy,
      );
      if (movements.length === 0) return 0;
      const reversalId = newId();
      const reason = translate(member.locale ?? program.locale, "referral")("takenBackReason");
      desk.enter({
        causeId: reversalId,
        memberId,
        subject: { type: "reversal", reason, of: "referral", causeId: entry.causeId },
        movements,
        ...(forgiven > 0 && { details: { forgiven } }),
      });
      const reversedAt = desk.now;
      await insertReversedEntry(tx, programId, { causeId: entry.causeId, reversalId, reversedAt });
      const points = movements.reduce((sum, { amount }) => sum + amount, 0);
      await recordAudit(tx, ctx, {
        action: "points.reversed",
        target: toTypeId("act", entry.causeId),
        detail: { kind: entry.kind, member: toTypeId("mem", memberId), points: -points },
      });
      return points;
    });
  });
}

async function findCredit(tx: Tx, programId: string, externalId: string): Promise<PostedEntry | null> {
  const event = await tx.event.findUnique({
    where: { programId_source_externalId: { programId, source: CREDIT_SOURCE, externalId } },
    select: { eventId: true },
  });
  return event === null ? null : readEntry(tx, programId, event.eventId);
}

/** What an entry moved, of the one point type that rewards are of. */
function pointsOf(entry: PostedEntry | null): number {
  return entry?.transfers.reduce((sum, { amount }) => sum + amount, 0) ?? 0;
}
