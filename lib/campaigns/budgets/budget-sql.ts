import type { SqlTx } from "@/lib/db";

/** A budget: a limit that all members of a campaign share, in one window. */
export type BudgetKey = { campaignId: string; limitNo: number; windowStart: string };

/** What one lane has of a budget. All figures are in the limit's own measure: points, times or minor units. */
export type BudgetLaneRow = BudgetKey & {
  lane: number;
  /** The limit that the reservation was made under. */
  amount: number;
  reserved: number;
  used: number;
  /** What is left for all lanes together, where none has reservations any more. */
  remainder: number | null;
};

export function budgetName({ campaignId, limitNo, windowStart }: BudgetKey): string {
  return `${campaignId} ${limitNo} ${windowStart}`;
}

/** The order in which everybody locks budgets. */
function inOrder<Key extends BudgetKey>(keys: readonly Key[]): Key[] {
  return [...keys].sort((one, other) => (budgetName(one) < budgetName(other) ? -1 : 1));
}

type LaneRow = BudgetKey & {
  lane: number;
  amount: bigint;
  reserved: bigint;
  used: bigint;
  remainder: bigint | null;
};

/**
 * Locks what a lane has of budgets, to the end of the transaction. Of those that are wanted whole it locks the budget
 * first and then what every lane has: so it waits for postings under way, which hold what their own lane has and
 * never ask for more.
 * @param lane whose postings hold off everybody else who would make its missing rows
 */
export async function lockBudgets(
  tx: SqlTx,
  { programId, lane }: { programId: string; lane: number },
  keys: readonly BudgetKey[],
  isWhole: (key: BudgetKey) => boolean,
): Promise<BudgetLaneRow[]> {
  if (keys.length === 0) return [];
  const sorted = inOrder(keys);
  await lockCentral(tx, programId, sorted.filter(isWhole));
  const rows = await tx.$queryRaw<LaneRow[]>`
    SELECT found.campaign_id AS "campaignId", found.limit_no AS "limitNo", found.window_start::text AS "windowStart",
           found.lane, found.amount, found.reserved, found.used, found.remainder
    FROM unnest(
      ${sorted.map((key) => key.campaignId)}::uuid[], ${sorted.map((key) => key.limitNo)}::smallint[],
      ${sorted.map((key) => key.windowStart)}::date[], ${sorted.map(isWhole)}::boolean[]
    ) AS wanted (campaign_id, limit_no, window_start, is_whole)
    CROSS JOIN LATERAL (
      SELECT campaign_id, limit_no, window_start, lane, amount, reserved, used, remainder FROM budget_lane
      WHERE program_id = ${programId}::uuid AND campaign_id = wanted.campaign_id
        AND limit_no = wanted.limit_no AND window_start = wanted.window_start
        AND (wanted.is_whole OR lane = ${lane}::smallint)
      ORDER BY lane
      FOR NO KEY UPDATE
    ) AS found`;
  return rows.map((row) => ({
    ...row,
    amount: Number(row.amount),
    reserved: Number(row.reserved),
    used: Number(row.used),
    remainder: row.remainder === null ? null : Number(row.remainder),
  }));
}

async function lockCentral(tx: SqlTx, programId: string, keys: readonly BudgetKey[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.$queryRaw`
    SELECT FROM unnest(
      ${keys.map((key) => key.campaignId)}::uuid[], ${keys.map((key) => key.limitNo)}::smallint[],
      ${keys.map((key) => key.windowStart)}::date[]
    ) AS wanted (campaign_id, limit_no, window_start)
    CROSS JOIN LATERAL (
      SELECT FROM budget
      WHERE program_id = ${programId}::uuid AND campaign_id = wanted.campaign_id
        AND limit_no = wanted.limit_no AND window_start = wanted.window_start
      FOR NO KEY UPDATE
    ) AS budget`;
}

/** Part of a budget that a lane would like to have for itself. */
export type BudgetWish = BudgetKey & {
  /** The limit. */
  amount: number;
  /** What its next posting is known to want. */
  need: number;
};

/**
 * Sets parts of budgets aside for a lane, in a transaction of its own: what it needs, or a share of what is left if
 * that is more. Shares shrink with what is left, so that no lane sits on much while another goes without.
 * @returns whether something was to be had of each; if not, the transaction is to be rolled back
 */
export async function reserveBudgets(
  tx: SqlTx,
  { programId, lane }: { programId: string; lane: number },
  wishes: readonly BudgetWish[],
): Promise<boolean> {
  const sorted = inOrder(wishes);
  const shares: { wish: BudgetWish; share: bigint }[] = [];
  for (const wish of sorted) {
    const share = await takeShare(tx, programId, wish);
    if (share === null) return false;
    shares.push({ wish, share });
  }
  for (const { wish, share } of shares) {
    const given = await tx.$executeRaw`
      INSERT INTO budget_lane (program_id, campaign_id, limit_no, window_start, lane, amount, reserved)
      VALUES (${programId}::uuid, ${wish.campaignId}::uuid, ${wish.limitNo}::smallint, ${wish.windowStart}::date,
              ${lane}::smallint, ${wish.amount}::bigint, ${share}::bigint)
      ON CONFLICT (program_id, campaign_id, limit_no, window_start, lane) DO UPDATE
        SET reserved = budget_lane.reserved + EXCLUDED.reserved
        WHERE budget_lane.amount = EXCLUDED.amount AND budget_lane.remainder IS NULL`;
    if (given === 0) return false;
  }
  return true;
}

async function takeShare(
  tx: SqlTx,
  programId: string,
  { campaignId, limitNo, windowStart, amount, need }: BudgetWish,
): Promise<bigint | null> {
  await tx.$executeRaw`
    INSERT INTO budget (program_id, campaign_id, limit_no, window_start, amount)
    VALUES (${programId}::uuid, ${campaignId}::uuid, ${limitNo}::smallint, ${windowStart}::date, ${amount}::bigint)
    ON CONFLICT DO NOTHING`;
  const [found] = await tx.$queryRaw<{ share: bigint }[]>`
    SELECT least(amount - reserved, greatest(${need}::bigint, (amount - reserved) / (2 * lanes))) AS share
    FROM budget JOIN program ON program.program_id = budget.program_id
    WHERE budget.program_id = ${programId}::uuid AND campaign_id = ${campaignId}::uuid
      AND limit_no = ${limitNo}::smallint AND window_start = ${windowStart}::date
      AND amount = ${amount}::bigint AND reserved < amount
    FOR NO KEY UPDATE OF budget`;
  if (found === undefined) return null;
  await tx.$executeRaw`
    UPDATE budget SET reserved = reserved + ${found.share}::bigint
    WHERE program_id = ${programId}::uuid AND campaign_id = ${campaignId}::uuid
      AND limit_no = ${limitNo}::smallint AND window_start = ${windowStart}::date`;
  return found.share;
}

/** What a posting makes of a budget that it has locked. */
export type BudgetChange = {
  /** The rows of its own lane, and of every lane where it had the whole. */
  lanes: readonly BudgetLaneRow[];
  /** Of those that it had whole: what all lanes have reserved. */
  central: readonly (BudgetKey & { amount: number; reserved: number })[];
};

/** Writes what a posting leaves of the budgets that it has locked. */
export async function writeBudgets(
  tx: SqlTx,
  programId: string,
  { lanes, central }: BudgetChange,
): Promise<void> {
  if (central.length > 0) {
    await tx.$executeRaw`
      UPDATE budget SET amount = item.amount, reserved = item.reserved
      FROM unnest(
        ${central.map((row) => row.campaignId)}::uuid[], ${central.map((row) => row.limitNo)}::smallint[],
        ${central.map((row) => row.windowStart)}::date[], ${central.map((row) => row.amount)}::bigint[],
        ${central.map((row) => row.reserved)}::bigint[]
      ) AS item (campaign_id, limit_no, window_start, amount, reserved)
      WHERE budget.program_id = ${programId}::uuid AND budget.campaign_id = item.campaign_id
        AND budget.limit_no = item.limit_no AND budget.window_start = item.window_start`;
  }
  if (lanes.length > 0) {
    await tx.$executeRaw`
      INSERT INTO budget_lane (program_id, campaign_id, limit_no, window_start, lane, amount, reserved, used, remainder)
      SELECT ${programId}::uuid, * FROM unnest(
        ${lanes.map((row) => row.campaignId)}::uuid[], ${lanes.map((row) => row.limitNo)}::smallint[],
        ${lanes.map((row) => row.windowStart)}::date[], ${lanes.map((row) => row.lane)}::smallint[],
        ${lanes.map((row) => row.amount)}::bigint[], ${lanes.map((row) => row.reserved)}::bigint[],
        ${lanes.map((row) => row.used)}::bigint[], ${lanes.map((row) => row.remainder)}::bigint[])
      ON CONFLICT (program_id, campaign_id, limit_no, window_start, lane) DO UPDATE
        SET amount = EXCLUDED.amount, reserved = EXCLUDED.reserved, used = EXCLUDED.used,
            remainder = EXCLUDED.remainder`;
  }
}
