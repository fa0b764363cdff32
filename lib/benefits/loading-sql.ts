import { Prisma, type SqlTx } from "@/lib/db";
import type { Benefit, Heir, ProgressRow, StandingBenefit } from "./benefit-plan";

/** Of the later benefits, the nearest that still stands matters; a batch withdraws hardly more than these. */
const MAX_HEIRS = 50;

type StandingRow = Benefit & { overtakenBy: Heir[] };

/**
 * What these events gave and what has not been withdrawn. Vouchers and calls that can still be stopped are locked
 * until the transaction ends, so that nobody uses what is about to go.
 * @param purpose a look locks nothing
 */
export async function loadStanding(
  tx: SqlTx,
  programId: string,
  causeIds: readonly string[],
  purpose: "withdraw" | "look" = "withdraw",
): Promise<StandingBenefit[]> {
  if (causeIds.length === 0) return [];
  const rows = await tx.$queryRaw<StandingRow[]>`
    SELECT own.benefit_id AS "benefitId", own.cause_id AS "causeId", own.member_id AS "memberId",
           own.campaign_id AS "campaignId", own.version, own.kind::text AS kind, own.what, own.detail,
           to_jsonb(ARRAY(
             SELECT jsonb_build_object('benefitId', later.benefit_id, 'what', later.what, 'detail', later.detail)
             FROM benefit AS later
             WHERE later.program_id = own.program_id AND later.member_id = own.member_id
               AND later.benefit_id > own.benefit_id AND later.kind = own.kind AND later.state = 'given'
               AND own.kind IN ('tier', 'tag', 'segment') AND (own.kind = 'tier' OR later.what = own.what)
             ORDER BY later.benefit_id
             LIMIT ${MAX_HEIRS}
           )) AS "overtakenBy"
    FROM unnest(${[...causeIds]}::uuid[]) AS wanted (cause_id)
    JOIN benefit AS own ON own.program_id = ${programId}::uuid AND own.cause_id = wanted.cause_id
    WHERE own.state = 'given'
    ORDER BY own.benefit_id`;
  const open = await findOpen(tx, programId, rows, purpose);
  return rows.map((row) => ({ ...row, isOpen: open.has(row.benefitId) }));
}

async function findOpen(
  tx: SqlTx,
  programId: string,
  rows: readonly StandingRow[],
  purpose: "withdraw" | "look",
): Promise<Set<string>> {
  const lock = purpose === "withdraw" ? Prisma.sql`FOR NO KEY UPDATE` : Prisma.empty;
  const idsOf = (kind: Benefit["kind"]) => rows.flatMap((row) => (row.kind === kind ? row.benefitId : []));
  const [vouchers, calls] = [idsOf("voucher"), idsOf("webhook")];
  const open: { id: string }[] = [];
  if (vouchers.length > 0) {
    open.push(
      ...(await tx.$queryRaw<{ id: string }[]>`
        SELECT voucher_id AS id FROM voucher
        WHERE program_id = ${programId}::uuid AND voucher_id = ANY (${vouchers}::uuid[]) AND state = 'issued'
        ORDER BY voucher_id
        ${lock}`),
    );
  }
  if (calls.length > 0) {
    open.push(
      ...(await tx.$queryRaw<{ id: string }[]>`
        SELECT call_id AS id FROM webhook_call
        WHERE program_id = ${programId}::uuid AND call_id = ANY (${calls}::uuid[]) AND state = 'waiting'
        ORDER BY call_id
        ${lock}`),
    );
  }
  return new Set(open.map(({ id }) => id));
}

/** Where these members stand in their challenges. Postings of a lane follow one another, so nothing is locked. */
export async function loadProgress(
  tx: SqlTx,
  programId: string,
  memberIds: readonly string[],
): Promise<ProgressRow[]> {
  const rows = await tx.$queryRaw<
    { memberId: string; challenge: string; progress: bigint; goal: bigint; completed: number }[]
  >`
    SELECT own.member_id AS "memberId", own.challenge, own.progress, own.goal, own.completed
    FROM unnest(${[...memberIds]}::uuid[]) AS wanted (member_id)
    JOIN challenge_progress AS own ON own.program_id = ${programId}::uuid AND own.member_id = wanted.member_id`;
  return rows.map(({ progress, goal, ...row }) => ({
    ...row,
    progress: Number(progress),
    goal: Number(goal),
  }));
}
