import "server-only";
import type { Tx } from "@/lib/db";

/** What all lanes together have used of campaigns' shared limits, by campaign, limit and first day of its window. */
export async function sumBudgetUse(
  tx: Tx,
  programId: string,
  campaignIds: readonly string[],
  windowStarts: readonly string[],
): Promise<{ campaignId: string; limitNo: number; windowStart: string; used: bigint }[]> {
  if (campaignIds.length === 0) return [];
  return tx.$queryRaw`
    SELECT campaign_id AS "campaignId", limit_no AS "limitNo", window_start::text AS "windowStart",
           sum(used)::bigint AS used
    FROM budget_lane
    WHERE program_id = ${programId}::uuid AND campaign_id = ANY (${[...campaignIds]}::uuid[])
      AND window_start = ANY (${[...windowStarts]}::date[])
    GROUP BY campaign_id, limit_no, window_start`;
}

/** What the vouchers cost that campaigns gave and members used, in minor units, by campaign. */
export async function sumUsedVouchers(
  tx: Tx,
  programId: string,
  campaignIds: readonly string[],
): Promise<{ campaignId: string; costMinor: bigint }[]> {
  return tx.$queryRaw`
    SELECT benefit.campaign_id AS "campaignId", sum(voucher.cost_minor)::bigint AS "costMinor"
    FROM benefit
    JOIN voucher ON voucher.program_id = benefit.program_id AND voucher.voucher_id = benefit.benefit_id
    WHERE benefit.program_id = ${programId}::uuid AND benefit.campaign_id = ANY (${[...campaignIds]}::uuid[])
      AND benefit.kind = 'voucher' AND voucher.state = 'used'
    GROUP BY benefit.campaign_id`;
}
