import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { isDay, localDay, windowStart } from "@/lib/core/calendar";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { nameAsSeenBy, readMember } from "@/lib/members";
import { recallProgram } from "@/lib/programs";
import { allowanceOf } from "./limits";
import { type BlockedMember, MAX_BLOCKED, type TransferDto, type TransferStanding } from "./schema";
import { listBlockRows, listTransferRows, readSentSoFar } from "./sql";

/**
 * Points that a member sent and got, the newest first; members may read their own.
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function listTransfers(
  ctx: Ctx,
  memberId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<TransferDto>> {
  await requireMember(ctx, memberId);
  const rows = await listTransferRows(ctx.tx ?? db(), ctx.programId, memberId, {
    after: cursor === undefined ? null : position(cursor),
    limit: limit + 1,
  });
  const page = toPage(rows, limit, (last) => [last.sentOn, last.transferId]);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((row) => ({
      transferId: row.transferId,
      direction: row.isSent ? "sent" : "received",
      counterpart: { memberId: row.counterpartId, name: nameAsSeenBy(ctx.actor, row.counterpart) },
      points: Number(row.points),
      message: row.message,
      state: row.state,
      sentAt: row.createdAt.toISOString(),
    })),
  };
}

/**
 * Whether a member can send points, and how many; members may read their own.
 * @throws Forbidden, NotFound
 */
export async function readTransferStanding(ctx: Ctx, memberId: string): Promise<TransferStanding> {
  await requireMember(ctx, memberId);
  const client = ctx.tx ?? db();
  const program = await recallProgram(ctx.programId, ctx.tx);
  const now = ctx.clock.now();
  const days = {
    today: localDay(now, program.timeZone),
    month: windowStart(now, program.timeZone, "month"),
    way: "transfer" as const,
  };
  const [sent, bar] = await Promise.all([
    readSentSoFar(client, ctx.programId, memberId, days),
    client.transferBar.findUnique({ where: { programId_memberId: { programId: ctx.programId, memberId } } }),
  ]);
  const policy = program.ledgerPolicy.transfers;
  return {
    enabled: policy.enabled,
    allowance: allowanceOf(policy, sent),
    bar: {
      sending: bar?.sending ?? false,
      receiving: bar?.receiving ?? false,
      // The reason is for colleagues.
      reason: ctx.actor.kind === "member" ? null : (bar?.reason ?? null),
    },
  };
}

/**
 * Whom a member has blocked, the latest first: all, for there are a hundred at most.
 * @throws Forbidden, NotFound
 */
export async function listBlockedMembers(ctx: Ctx, memberId: string): Promise<BlockedMember[]> {
  await requireMember(ctx, memberId);
  const rows = await listBlockRows(ctx.tx ?? db(), ctx.programId, memberId, MAX_BLOCKED);
  return rows.map(({ memberId: blockedId, name, createdAt }) => ({
    memberId: blockedId,
    name: nameAsSeenBy(ctx.actor, name),
    blockedAt: createdAt.toISOString(),
  }));
}

/** @throws Forbidden, NotFound */
async function requireMember(ctx: Ctx, memberId: string): Promise<void> {
  requireSelfOr(ctx, memberId, "wallet:read");
  await readMember({ ...ctx, actor: { kind: "member", memberId } }, memberId);
}

function position(cursor: string): { sentOn: string; transferId: string } {
  const [sentOn, transferId] = decodeCursor(cursor);
  if (typeof sentOn === "string" && isDay(sentOn)) {
    if (typeof transferId === "string" && isUuid(transferId)) return { sentOn, transferId };
  }
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
