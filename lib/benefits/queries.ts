import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission, requireSelfOr } from "@/lib/auth/permissions";
import { type Day, localDay } from "@/lib/core/calendar";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid, NotFound } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { db, type Prisma } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import type { BenefitDetail } from "./benefit-plan";
import type { BadgeDto, BenefitDto, ChallengeDto, MessageDto, VoucherDto, VoucherState } from "./schema";
import { printVoucherCode, readVoucherCode } from "./voucher-code";

type PageRequest = { cursor?: string | undefined; limit: number };

/** Badges and challenges of one member that are shown; a program has few of either. */
const MAX_SHOWN = 50;

/**
 * A member's vouchers, the newest first; members may read their own.
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function listVouchers(
  ctx: Ctx,
  memberId: string,
  { state, cursor, limit }: { state?: VoucherState | undefined } & PageRequest,
): Promise<Page<VoucherDto>> {
  requireSelfOr(ctx, memberId, "wallet:read");
  const { programId } = ctx;
  const { timeZone } = await recallProgram(programId, ctx.tx);
  const today = localDay(ctx.clock.now(), timeZone);
  const rows = await (ctx.tx ?? db()).voucher.findMany({
    where: {
      programId,
      memberId,
      ...(cursor !== undefined && { voucherId: { lt: idIn(cursor) } }),
      ...(state && inState(state, new Date(today))),
    },
    orderBy: { voucherId: "desc" },
    take: limit + 1,
  });
  return toPage(
    rows.map((row) => toVoucherDto(row, today)),
    limit,
    (row) => [row.voucherId],
  );
}

/**
 * One voucher; members may read their own.
 * @throws Forbidden, NotFound
 */
export async function readVoucher(ctx: Ctx, voucherId: string): Promise<VoucherDto> {
  const { programId } = ctx;
  const row = await (ctx.tx ?? db()).voucher.findUnique({
    where: { programId_voucherId: { programId, voucherId } },
  });
  if (row === null) throw new NotFound("voucher");
  if (ctx.actor.kind === "member" && ctx.actor.memberId !== row.memberId) throw new NotFound("voucher");
  requireSelfOr(ctx, row.memberId, "wallet:read");
  const { timeZone } = await recallProgram(programId, ctx.tx);
  return toVoucherDto(row, localDay(ctx.clock.now(), timeZone));
}

/**
 * Some vouchers, by their ids, in no particular order.
 * @throws Forbidden
 */
export async function listVouchersById(ctx: Ctx, voucherIds: readonly string[]): Promise<VoucherDto[]> {
  requirePermission(ctx, "wallet:read");
  const { programId } = ctx;
  const { timeZone } = await recallProgram(programId, ctx.tx);
  const rows = await (ctx.tx ?? db()).voucher.findMany({
    where: { programId, voucherId: { in: [...voucherIds] } },
  });
  return rows.map((row) => toVoucherDto(row, localDay(ctx.clock.now(), timeZone)));
}

/** In this state as of a day: what is past its last day counts as expired. */
function inState(state: VoucherState, today: Date): Prisma.VoucherWhereInput {
  switch (state) {
    case "issued":
      return { state, OR: [{ expiresOn: null }, { expiresOn: { gte: today } }] };
    case "expired":
      return { OR: [{ state }, { state: "issued", expiresOn: { lt: today } }] };
    default:
      return { state };
  }
}

/** What is issued and past its last day counts as expired, whether the day's close has come by or not. */
export function toVoucherDto(row: Prisma.VoucherGetPayload<Record<string, never>>, today: Day): VoucherDto {
  const expiresOn = row.expiresOn?.toISOString().slice(0, 10) ?? null;
  return {
    voucherId: row.voucherId,
    memberId: row.memberId,
    campaignId: row.campaignId,
    redemptionId: row.redemptionId,
    // What a partner has made is printed as it is.
    code: readVoucherCode(row.code) === row.code ? printVoucherCode(row.code) : row.code,
    name: row.name,
    costMinor: Number(row.costMinor),
    valueMinor: row.valueMinor === null ? null : Number(row.valueMinor),
    stores: row.stores,
    state: row.state === "issued" && expiresOn !== null && expiresOn < today ? "expired" : row.state,
    issuedAt: row.issuedAt.toISOString(),
    expiresOn,
    closedAt: row.closedAt?.toISOString() ?? null,
    reference: row.reference,
    usedIn: row.usedIn,
  };
}

/**
 * A member's badges and challenges; members may read their own.
 * @throws Forbidden, NotFound
 */
export async function readCollection(
  ctx: Ctx,
  memberId: string,
): Promise<{ badges: BadgeDto[]; challenges: ChallengeDto[] }> {
  requireSelfOr(ctx, memberId, "wallet:read");
  const client = ctx.tx ?? db();
  const where = { programId: ctx.programId, memberId };
  const [badges, challenges] = await Promise.all([
    client.badge.findMany({
      where: { ...where, count: { gt: 0 } },
      orderBy: { firstGiven: "asc" },
      take: MAX_SHOWN,
    }),
    client.challengeProgress.findMany({ where, orderBy: { updatedAt: "desc" }, take: MAX_SHOWN }),
  ]);
  return {
    badges: badges.map(({ badge, count, firstGiven }) => ({
      badge,
      count,
      firstGiven: firstGiven.toISOString(),
    })),
    challenges: challenges.map(({ challenge, progress, goal, completed, updatedAt }) => ({
      challenge,
      progress: Number(progress),
      goal: Number(goal),
      completed,
      updatedAt: updatedAt.toISOString(),
    })),
  };
}

/**
 * A member's messages, the newest first; members may read their own.
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function listMessages(
  ctx: Ctx,
  memberId: string,
  { cursor, limit }: PageRequest,
): Promise<Page<MessageDto>> {
  requireSelfOr(ctx, memberId, "wallet:read");
  const rows = await (ctx.tx ?? db()).message.findMany({
    where: {
      programId: ctx.programId,
      memberId,
      ...(cursor !== undefined && { messageId: { lt: idIn(cursor) } }),
    },
    orderBy: { messageId: "desc" },
    take: limit + 1,
  });
  const items = rows.map(({ messageId, title, body, sentAt, readAt }) => ({
    messageId,
    title,
    body,
    sentAt: sentAt.toISOString(),
    isRead: readAt !== null,
  }));
  return toPage(items, limit, (last) => [last.messageId]);
}

/** How many messages a member has not opened. @throws Forbidden, NotFound */
export async function countUnread(ctx: Ctx, memberId: string): Promise<number> {
  requireSelfOr(ctx, memberId, "wallet:read");
  return (ctx.tx ?? db()).message.count({ where: { programId: ctx.programId, memberId, readAt: null } });
}

/**
 * What campaigns gave a member besides points, the newest first, the program's own affairs among it.
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function listBenefits(
  ctx: Ctx,
  memberId: string,
  { cursor, limit }: PageRequest,
): Promise<Page<BenefitDto>> {
  requirePermission(ctx, "wallet:read");
  const client = ctx.tx ?? db();
  const { programId } = ctx;
  const rows = await client.benefit.findMany({
    where: { programId, memberId, ...(cursor !== undefined && { benefitId: { lt: idIn(cursor) } }) },
    orderBy: { benefitId: "desc" },
    take: limit + 1,
  });
  const campaigns = await client.campaign.findMany({
    where: { programId, campaignId: { in: [...new Set(rows.map(({ campaignId }) => campaignId))] } },
    select: { campaignId: true, name: true },
  });
  const names = new Map(campaigns.map(({ campaignId, name }) => [campaignId, name]));
  const items = rows.map(
    ({ benefitId, kind, what, detail, state, givenAt, campaignId }): BenefitDto => ({
      benefitId,
      kind,
      what,
      removes: (detail as BenefitDetail).removes ?? false,
      isWithdrawn: state === "withdrawn",
      givenAt: givenAt.toISOString(),
      campaign: { campaignId, name: names.get(campaignId) ?? "A campaign" },
    }),
  );
  return toPage(items, limit, (last) => [last.benefitId]);
}

function idIn(cursor: string): string {
  const [id] = decodeCursor(cursor);
  if (typeof id === "string" && isUuid(id)) return id;
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
