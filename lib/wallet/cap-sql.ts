import { type Columns, rowsOf, type SqlTx } from "@/lib/db";

export type CapKey = { campaignId: string; limitNo: number; memberId: string; windowStart: string };
export type CapRow = CapKey & { used: number };

/** A window of time, by its first day, in which limits count what a member has had. */
export type MemberWindow = Pick<CapKey, "memberId" | "windowStart">;

/** How much of their caps members have used in these windows; a counter that does not exist is at zero. */
export async function loadCaps(
  tx: SqlTx,
  programId: string,
  windows: readonly MemberWindow[],
): Promise<CapRow[]> {
  if (windows.length === 0) return [];
  // A member's counters lie side by side: one look-up a member finds those of all windows that anybody needs.
  const members = [...new Set(windows.map(({ memberId }) => memberId))];
  const starts = [...new Set(windows.map(({ windowStart }) => windowStart))];
  const [columns] = await tx.$queryRaw<[Columns<CapRow>]>`
    SELECT json_agg(campaign_id) AS "campaignId", json_agg(limit_no) AS "limitNo", json_agg(member_id) AS "memberId",
           json_agg(window_start) AS "windowStart", json_agg(used) AS used
    FROM cap_use
    WHERE program_id = ${programId}::uuid AND member_id = ANY (${members}::uuid[])
      AND window_start = ANY (${starts}::date[])`;
  return rowsOf(columns);
}

/** Sets counters to what a batch leaves them at; the lane's lock has kept others away since they were read. */
export async function writeCaps(tx: SqlTx, programId: string, rows: readonly CapRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO cap_use (program_id, campaign_id, limit_no, member_id, window_start, used)
    SELECT ${programId}::uuid, * FROM unnest(
      ${rows.map((row) => row.campaignId)}::uuid[], ${rows.map((row) => row.limitNo)}::smallint[],
      ${rows.map((row) => row.memberId)}::uuid[], ${rows.map((row) => row.windowStart)}::date[],
      ${rows.map((row) => row.used)}::bigint[])
    ON CONFLICT (program_id, member_id, window_start, campaign_id, limit_no) DO UPDATE SET used = EXCLUDED.used`;
}

export type LimitPlace = { campaignId: string; place: number; limitNo: number };

/** What the places of these campaigns' member limits meant while counters went by them. */
export async function loadLimitPlaces(
  tx: SqlTx,
  programId: string,
  campaignIds: readonly string[],
): Promise<LimitPlace[]> {
  return tx.$queryRaw<LimitPlace[]>`
    SELECT campaign_id AS "campaignId", place, limit_no AS "limitNo" FROM limit_place
    WHERE program_id = ${programId}::uuid AND campaign_id = ANY (${[...campaignIds]}::uuid[])`;
}

export type ReturnedLineRow = { eventId: string; line: number; quantityMilli: number; points: number };

/** Sets what has come back of purchases' lines to what a batch leaves it at. */
export async function writeReturnedLines(
  tx: SqlTx,
  programId: string,
  rows: readonly ReturnedLineRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO returned_line (program_id, event_id, line_no, quantity_milli, points)
    SELECT ${programId}::uuid, * FROM unnest(
      ${rows.map((row) => row.eventId)}::uuid[], ${rows.map((row) => row.line)}::int[],
      ${rows.map((row) => row.quantityMilli)}::bigint[], ${rows.map((row) => row.points)}::bigint[])
    ON CONFLICT (program_id, event_id, line_no) DO UPDATE
      SET quantity_milli = EXCLUDED.quantity_milli, points = EXCLUDED.points`;
}
