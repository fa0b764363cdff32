import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { can, requirePartnerOr, requirePermission } from "@/lib/auth/permissions";
import { findVoucher } from "@/lib/benefits";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid, NotFound } from "@/lib/core/errors";
import { fromTypeId, isUuid } from "@/lib/core/ids";
import { db, type Prisma, type Tx } from "@/lib/db";
import { findMembers } from "@/lib/members";
import { toRedemptionDto, toStepDtos } from "./dto";
import { readPaymentOf, toPaymentRow } from "./payments";
import { readRecipient } from "./recipient";
import { type RedemptionRow, readRow, toRow } from "./row";
import {
  type RedemptionDetailDto,
  type RedemptionDto,
  type RedemptionFilter,
  type RedemptionStage,
  type RewardSnapshot,
  rewardSnapshot,
} from "./schema";

/** Members whom a search finds at most; whoever means somebody else says more of the name. */
const MAX_MEMBERS = 20;

type PageRequest = { cursor?: string | undefined; limit: number };

/**
 * Redemptions, the newest first: a member's own, a partner's own, or the program's.
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function listRedemptions(
  ctx: Ctx,
  filter: RedemptionFilter & PageRequest,
): Promise<Page<RedemptionDto>> {
  const own = ownPart(ctx);
  const tx = ctx.tx ?? db();
  const { cursor, limit, text, state, stage, rewardId, partnerId, memberId, isOpenOrder } = filter;
  const wanted: Prisma.RedemptionWhereInput = {
    ...(state !== undefined && { state }),
    ...(stage !== undefined && atStage(stage)),
    ...(rewardId !== undefined && { rewardId }),
    ...(partnerId !== undefined && { partnerId }),
    ...(memberId !== undefined && { memberId }),
    ...(isOpenOrder === true && { state: "reserved" }),
  };
  const conditions: Prisma.RedemptionWhereInput[] = [{ programId: ctx.programId }, own, wanted];
  if (cursor !== undefined) conditions.push({ redemptionId: { lt: idIn(cursor) } });
  if (text !== undefined && text !== "") conditions.push(await matching(tx, ctx, text));
  const rows = await tx.redemption.findMany({
    where: { AND: conditions },
    include: { payments: true },
    orderBy: { redemptionId: "desc" },
    take: limit + 1,
  });
  return toPage(
    rows.map(({ payments: [payment], ...row }) =>
      toRedemptionDto(ctx, toRow(row), payment === undefined ? null : toPaymentRow(payment)),
    ),
    limit,
    (last) => [last.redemptionId],
  );
}

/**
 * A redemption with what happened to it, as its member, its partner or the program may see it.
 * @throws Forbidden, NotFound
 */
export async function readRedemption(ctx: Ctx, redemptionId: string): Promise<RedemptionDetailDto> {
  const { programId } = ctx;
  const tx = ctx.tx ?? db();
  const row = await readRow(tx, programId, redemptionId);
  requireReader(ctx, row);
  const steps = await tx.redemptionStep.findMany({
    where: { programId, redemptionId },
    orderBy: { stepNo: "asc" },
  });
  const payment = await readPaymentOf(tx, programId, redemptionId);
  return {
    ...toRedemptionDto(ctx, row, payment),
    steps: toStepDtos(ctx, steps),
    recipient: ctx.actor.kind === "partner" ? await readRecipient({ ...ctx, tx }, row) : null,
  };
}

/**
 * What was promised with each of these redemptions, by their ids; those that the reader may not see are left out.
 * @throws Forbidden, NotFound
 */
export async function readPromised(
  ctx: Ctx,
  redemptionIds: readonly string[],
): Promise<Map<string, RewardSnapshot>> {
  const own = ownPart(ctx);
  if (redemptionIds.length === 0) return new Map();
  const rows = await (ctx.tx ?? db()).redemption.findMany({
    where: { AND: [{ programId: ctx.programId, redemptionId: { in: [...redemptionIds] } }, own] },
    select: { redemptionId: true, reward: true },
  });
  return new Map(rows.map(({ redemptionId, reward }) => [redemptionId, rewardSnapshot.parse(reward)]));
}

/** @throws Forbidden, NotFound */
export function requireReader(ctx: Ctx, row: Pick<RedemptionRow, "memberId" | "partnerId">): void {
  if (ctx.actor.kind === "member") {
    if (ctx.actor.memberId !== row.memberId) throw new NotFound("redemption");
    return;
  }
  const owned = { owner: row.partnerId, part: "REWARD_PARTNER", thing: "redemption" } as const;
  requirePartnerOr(ctx, owned, "redemptions:read");
}

/** What of the redemptions the actor may see. @throws Forbidden, NotFound */
function ownPart(ctx: Ctx): Prisma.RedemptionWhereInput {
  const { actor } = ctx;
  switch (actor.kind) {
    case "member":
      return { memberId: actor.memberId };
    case "partner":
      if (!actor.parts.includes("REWARD_PARTNER")) throw new NotFound("redemption");
      return { partnerId: actor.organizationId };
    default:
      requirePermission(ctx, "redemptions:read");
      return {};
  }
}

/** What is at a stage, as `stageOf` tells it. */
function atStage(stage: RedemptionStage): Prisma.RedemptionWhereInput {
  switch (stage) {
    case "reserved":
      return { state: "reserved", acceptedAt: null };
    case "accepted":
      return { state: "reserved", acceptedAt: { not: null }, shippedAt: null };
    case "shipped":
      return { state: "reserved", shippedAt: { not: null } };
    default:
      return { state: stage };
  }
}

async function matching(tx: Tx, ctx: Ctx, text: string): Promise<Prisma.RedemptionWhereInput> {
  const id = fromTypeId("red", text.toLowerCase());
  if (id !== null) return { redemptionId: id };
  const memberId = fromTypeId("mem", text.toLowerCase());
  if (memberId !== null && ctx.actor.kind !== "partner") return { memberId };
  const voucher = await findVoucher(tx, ctx.programId, text);
  const byNumber: Prisma.RedemptionWhereInput[] = [
    { reference: text },
    { partnerReference: text },
    ...(voucher === null ? [] : [{ voucherId: voucher.voucherId }]),
  ];
  // Who the members are is not for partners to know, and for nobody to try out.
  if (!can(ctx.actor, "members:read")) return { OR: byNumber };
  const { items } = await findMembers({ ...ctx, tx }, { q: text, limit: MAX_MEMBERS });
  return { OR: [...byNumber, { memberId: { in: items.map(({ memberId: id }) => id) } }] };
}

function idIn(cursor: string): string {
  const [id] = decodeCursor(cursor);
  if (typeof id === "string" && isUuid(id)) return id;
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
