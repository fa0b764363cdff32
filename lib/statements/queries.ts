import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { isDay } from "@/lib/core/calendar";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { readMember } from "@/lib/members";
import { type PointTypeDto, recallProgram } from "@/lib/programs";
import type { StatementDto } from "./schema";
import { listStatementRows, type StatementRow } from "./sql";

const EVER = { from: "0001-01-01", to: "9999-12-01" };
/** More types than any program has. */
const MAX_TYPES = 100;

/**
 * A member's monthly statements, the latest first, one for each point type that moved or was there. Members may read
 * their own.
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function listStatements(
  ctx: Ctx,
  memberId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<StatementDto>> {
  requireSelfOr(ctx, memberId, "wallet:read");
  await readMember({ ...ctx, actor: { kind: "member", memberId } }, memberId);
  const after = cursor === undefined ? null : position(cursor);
  const rows = await listStatementRows(ctx.tx ?? db(), ctx.programId, memberId, {
    after,
    months: EVER,
    limit: limit + 1,
  });
  const page = toPage(rows, limit, (last) => [last.month, last.pointTypeNo]);
  return { nextCursor: page.nextCursor, items: await toDtos(ctx, page.items) };
}

/**
 * A member's statements of one month, the spendable points first; none where there was nothing. Members may read
 * their own.
 * @param month `YYYY-MM`
 * @throws Forbidden, NotFound
 */
export async function readStatements(ctx: Ctx, memberId: string, month: string): Promise<StatementDto[]> {
  requireSelfOr(ctx, memberId, "wallet:read");
  await readMember({ ...ctx, actor: { kind: "member", memberId } }, memberId);
  const day = `${month}-01`;
  const rows = await listStatementRows(ctx.tx ?? db(), ctx.programId, memberId, {
    after: null,
    months: { from: day, to: day },
    limit: MAX_TYPES,
  });
  return toDtos(ctx, rows);
}

async function toDtos(ctx: Ctx, rows: readonly StatementRow[]): Promise<StatementDto[]> {
  const { pointTypes } = await recallProgram(ctx.programId, ctx.tx);
  return rows.map((row) => toDto(row, pointTypes));
}

function toDto({ pointTypeNo, ...row }: StatementRow, pointTypes: readonly PointTypeDto[]): StatementDto {
  const known = pointTypes.find((type) => type.pointTypeNo === pointTypeNo);
  return {
    month: row.month,
    pointType: { code: known?.code ?? "", name: known?.name ?? "" },
    opening: Number(row.opening),
    earned: Number(row.earned),
    returned: Number(row.returned),
    spent: Number(row.spent),
    expired: Number(row.expired),
    received: Number(row.received),
    sent: Number(row.sent),
    adjusted: Number(row.adjusted),
    closing: Number(row.closing),
    pending: Number(row.pending),
    owed: Number(row.owed),
    madeAt: row.madeAt.toISOString(),
  };
}

function position(cursor: string): { month: string; pointTypeNo: number } {
  const [month, pointTypeNo] = decodeCursor(cursor);
  const day = `${month}-01`;
  const isType = typeof pointTypeNo === "number" && Number.isInteger(pointTypeNo);
  if (isDay(day) && isType && pointTypeNo > 0 && pointTypeNo <= MAX_TYPES) return { month: day, pointTypeNo };
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
