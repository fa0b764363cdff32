import type { VoucherState } from "@/lib/benefits/schema";
import type { Tx } from "@/lib/db";
import type { CounterActionKind } from "@/lib/db/generated/enums";
import type { RedemptionState } from "@/lib/redemptions/schema";

/** What was done at the counter, and how what it was about stands now. */
export type ActionRow = {
  actionId: string;
  kind: CounterActionKind;
  at: Date;
  memberId: string;
  memberName: string | null;
  name: string;
  points: bigint | null;
  amountMinor: bigint | null;
  receipt: string | null;
  subjectId: string | null;
  undoneAt: Date | null;
  redemptionState: RedemptionState | null;
  /** Of the voucher that was used, or that the redemption gave. */
  voucherState: VoucherState | null;
  voucherCode: string | null;
};

type Selection = {
  programId: string;
  /** As the audit log names them. */
  actor: string;
  since: Date;
  actionId?: string;
  limit: number;
};

/** Somebody's actions since an instant, the newest first. */
export async function selectActions(
  tx: Tx,
  { programId, actor, since, actionId, limit }: Selection,
): Promise<ActionRow[]> {
  return tx.$queryRaw<ActionRow[]>`
    SELECT done.action_id AS "actionId", done.kind::text AS kind, done.at, done.member_id AS "memberId",
           member.name AS "memberName", done.name, done.points, done.amount_minor AS "amountMinor", done.receipt,
           done.subject_id AS "subjectId", done.undone_at AS "undoneAt", redemption.state::text AS "redemptionState",
           voucher.state::text AS "voucherState", voucher.code AS "voucherCode"
    FROM (
      SELECT * FROM counter_action
      WHERE program_id = ${programId}::uuid AND actor = ${actor} AND at >= ${since.toISOString()}::timestamptz
        AND (${actionId ?? null}::uuid IS NULL OR action_id = ${actionId ?? null}::uuid)
      ORDER BY at DESC, action_id DESC
      LIMIT ${limit}
    ) AS done
    LEFT JOIN member ON member.program_id = done.program_id AND member.member_id = done.member_id
    LEFT JOIN redemption ON done.kind = 'redeemed'
      AND redemption.program_id = done.program_id AND redemption.redemption_id = done.subject_id
    LEFT JOIN voucher ON voucher.program_id = done.program_id
      AND voucher.voucher_id = CASE done.kind WHEN 'voucher_used' THEN done.subject_id ELSE redemption.voucher_id END
    ORDER BY done.at DESC, done.action_id DESC`;
}

/** Deletes what was done before an instant. @returns how many */
export async function deleteActionsBefore(tx: Tx, instant: Date, limit: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM counter_action USING (
      SELECT program_id, action_id FROM counter_action
      WHERE at < ${instant.toISOString()}::timestamptz
      ORDER BY at
      LIMIT ${limit}
    ) AS old
    WHERE counter_action.program_id = old.program_id AND counter_action.action_id = old.action_id`;
}
