import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { addDays, localDay } from "@/lib/core/calendar";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { readMember } from "@/lib/members";
import { recallProgram, SPENDABLE_POINT_TYPE } from "@/lib/programs";
import { decisionOutcome, isEventKind } from "./outcome";
import { listActivityRows, readExpiringLots, readPendingLots, readWalletRows } from "./read-sql";
import type { ActivityEntry, ActivityKind, WalletDto } from "./schema";
import { explain, headline, notFired, reasonInWords } from "./wording";

const EXPIRING_SOON_DAYS = 60;

/**
 * A member's points; members may read their own.
 * @throws Forbidden, NotFound
 */
export async function readWallet(ctx: Ctx, memberId: string): Promise<WalletDto> {
  requireSelfOr(ctx, memberId, "wallet:read");
  const client = ctx.tx ?? db();
  const program = await recallProgram(ctx.programId, ctx.tx);
  const today = localDay(ctx.clock.now(), program.timeZone);
  const [rows, expiring, waiting] = await Promise.all([
    readWalletRows(client, ctx.programId, memberId, today),
    readExpiringLots(client, ctx.programId, memberId, today, addDays(today, EXPIRING_SOON_DAYS)),
    readPendingLots(client, ctx.programId, memberId),
  ]);
  // Says that there is no such member, where there is none.
  if (rows.length === 0) await readMember({ ...ctx, actor: { kind: "member", memberId } }, memberId);
  const own = rows.find((row) => row.pointTypeNo === SPENDABLE_POINT_TYPE);
  const others = program.pointTypes.filter((type) => type.pointTypeNo !== SPENDABLE_POINT_TYPE);
  return {
    memberId,
    pointType: { name: program.pointType.name },
    available: own === undefined ? 0 : Number(own.available - own.held - own.overdue),
    pending: Number(own?.pending ?? 0),
    held: Number(own?.held ?? 0),
    debt: Number(own?.debt ?? 0),
    expiringSoon: expiring.map(({ expiresOn, points }) => ({ expiresOn, points: Number(points) })),
    lifetimeEarned: Number(own?.earned ?? 0),
    lifetimeReturned: Number(own?.returned ?? 0),
    lifetimeSpent: Number(own?.spent ?? 0),
    lifetimeExpired: Number(own?.expired ?? 0),
    pendingUntil: waiting.map(({ on, event, points }) => ({ on, event, points: Number(points) })),
    otherTypes: others.map(({ pointTypeNo, code, name }) => {
      const row = rows.find((candidate) => candidate.pointTypeNo === pointTypeNo);
      return {
        code,
        name,
        available: Number(row?.available ?? 0),
        pending: Number(row?.pending ?? 0),
        lifetimeEarned: Number(row?.earned ?? 0),
      };
    }),
  };
}

/**
 * What moved a member's points, the newest first, one entry for each cause, with its reason in words. Members may
 * read their own.
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function readActivity(
  ctx: Ctx,
  memberId: string,
  { cursor, limit, kind }: { cursor?: string; limit: number; kind?: ActivityKind },
): Promise<Page<ActivityEntry>> {
  requireSelfOr(ctx, memberId, "wallet:read");
  const client = ctx.tx ?? db();
  const [program, member] = await Promise.all([
    recallProgram(ctx.programId, ctx.tx),
    readMember({ ...ctx, actor: { kind: "member", memberId } }, memberId),
  ]);
  const wording = { locale: member.locale ?? program.locale, pointName: program.pointType.name };
  const rows = await listActivityRows(client, ctx.programId, memberId, {
    before: cursor === undefined ? null : position(cursor),
    kind: kind ?? null,
    limit: limit + 1,
  });
  const page = toPage(rows, limit, (last) => [last.entryNo.toString()]);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((row) => {
      const outcome = decisionOutcome.parse(row.outcome);
      return {
        causeId: row.causeId,
        type: row.kind,
        isEvent: isEventKind(row.kind),
        occurredAt: row.occurredAt.toISOString(),
        postedAt: row.postedAt.toISOString(),
        points: Number(row.delta),
        balanceAfter: Number(row.balanceAfter),
        reason: reasonInWords(outcome, wording),
        headline: headline(outcome, wording),
        explanation: explain(outcome, wording),
        notFired: notFired(outcome),
      };
    }),
  };
}

function position(cursor: string): bigint {
  const [entryNo] = decodeCursor(cursor);
  if (typeof entryNo === "string" && /^[1-9]\d{0,17}$/.test(entryNo)) return BigInt(entryNo);
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
