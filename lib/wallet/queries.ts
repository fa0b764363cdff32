import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { present } from "@/lib/core/assert";
import { addDays, localDay } from "@/lib/core/calendar";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { readMember } from "@/lib/members";
import { readProgram } from "@/lib/programs";
import { decisionOutcome } from "./outcome";
import { listActivityRows, readExpiringLots, readWalletRow } from "./read-sql";
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
  const program = await readProgram(ctx.programId, ctx.tx);
  const today = localDay(ctx.clock.now(), program.timeZone);
  const [row, expiring] = await Promise.all([
    readWalletRow(client, ctx.programId, memberId),
    readExpiringLots(client, ctx.programId, memberId, today, addDays(today, EXPIRING_SOON_DAYS)),
  ]);
  // Says that there is no such member, where there is none.
  const found = row ?? (await emptyWallet(ctx, memberId));
  return {
    memberId,
    pointType: { name: program.pointType.name },
    available: Number(found.balance - found.held),
    pending: Number(found.pending),
    held: Number(found.held),
    debt: Number(found.debt),
    expiringSoon: expiring.map(({ expiresOn, points }) => ({ expiresOn, points: Number(points) })),
    lifetimeEarned: Number(found.earned),
    lifetimeReturned: Number(found.returned),
    lifetimeSpent: Number(found.spent),
  };
}

async function emptyWallet(ctx: Ctx, memberId: string) {
  await readMember({ ...ctx, actor: { kind: "member", memberId } }, memberId);
  return { balance: 0n, held: 0n, pending: 0n, debt: 0n, earned: 0n, returned: 0n, spent: 0n };
}

/**
 * What moved a member's points, the newest first, one entry for each event, with its reason in words. Members may
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
    readProgram(ctx.programId, ctx.tx),
    readMember({ ...ctx, actor: { kind: "member", memberId } }, memberId),
  ]);
  const wording = { locale: member.locale ?? program.locale, pointName: program.pointType.name };
  const rows = await listActivityRows(client, ctx.programId, memberId, {
    before: cursor === undefined ? null : position(cursor),
    kind: kind ?? null,
    limit: limit + 1,
  });
  const page = toPage(rows, limit, (last) => [last.firstTransfer.toString()]);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((row) => {
      const outcome = decisionOutcome.parse(present(row.outcome, "a posted event has its decision"));
      return {
        eventId: row.eventId,
        type: outcome.subject.type,
        occurredAt: row.occurredAt.toISOString(),
        postedAt: row.postedAt.toISOString(),
        points: Number(row.points),
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
  const [transferNo] = decodeCursor(cursor);
  if (typeof transferNo === "string" && /^[1-9]\d{0,17}$/.test(transferNo)) return BigInt(transferNo);
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
