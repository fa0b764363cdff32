import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePartnerOr, requirePermission } from "@/lib/auth/permissions";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid, NotFound } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { db, type Tx } from "@/lib/db";
import { findImages } from "@/lib/images";
import { selectCategories } from "./category-sql";
import type { RewardState } from "./reward-content";
import type { CategoryDto, RewardDto, RewardSummary } from "./reward-dto";
import { type ListedReward, selectRewards } from "./sql";
import { type Images, toRewardDto, toRewardSummary } from "./to-reward-dto";

export type RewardFilter = {
  /** Part of the name or the summary. */
  q?: string | undefined;
  /** Absent: all but archived ones. */
  state?: RewardState | undefined;
  category?: string | undefined;
  partnerId?: string | undefined;
  /** Only those of which no more are left than the program wants to be told of. */
  onlyLow?: boolean | undefined;
  /** Only proposals of partners that wait for the program. */
  onlyWaiting?: boolean | undefined;
};

/**
 * Rewards in the order of the catalogue: all of them, or, for people of a reward partner, those that it supplies.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listRewards(
  ctx: Ctx,
  { q = "", cursor, limit, ...filter }: RewardFilter & { cursor?: string | undefined; limit: number },
): Promise<Page<RewardSummary>> {
  const tx = ctx.tx ?? db();
  const rows = await selectRewards(tx, {
    programId: ctx.programId,
    ...filter,
    partnerId: partnerScope(ctx, filter.partnerId),
    q: q.trim() || undefined,
    after: cursor === undefined ? undefined : placeIn(cursor),
    limit: limit + 1,
  });
  const page = toPage(rows, limit, ({ position, rewardId }) => [position, rewardId]);
  const images = await imagesOf(tx, ctx.programId, page.items);
  return { ...page, items: page.items.map((row) => toRewardSummary(row, images)) };
}

/**
 * One reward; people of the reward partner that supplies it may read it.
 * @throws Forbidden, NotFound
 */
export async function readReward(ctx: Ctx, rewardId: string): Promise<RewardDto> {
  if (ctx.actor.kind !== "partner") requirePermission(ctx, "rewards:read");
  const tx = ctx.tx ?? db();
  const [row] = await selectRewards(tx, { programId: ctx.programId, rewardId, limit: 1 });
  if (row === undefined) throw new NotFound("reward");
  const part = { owner: row.partnerId, part: "REWARD_PARTNER", thing: "reward" } as const;
  requirePartnerOr(ctx, part, "rewards:read");
  return toRewardDto(row, await imagesOf(tx, ctx.programId, [row]));
}

/**
 * The categories of the catalogue in their order.
 * @throws Forbidden
 */
export async function listCategories(ctx: Ctx): Promise<CategoryDto[]> {
  requirePermission(ctx, "rewards:read");
  return selectCategories(ctx.tx ?? db(), ctx.programId);
}

/** People of a reward partner see what is their company's, whatever they ask for. @throws Forbidden */
export function partnerScope(ctx: Ctx, asked?: string): string | undefined {
  const { actor } = ctx;
  if (actor.kind === "partner" && actor.parts.includes("REWARD_PARTNER")) return actor.organizationId;
  requirePermission(ctx, "rewards:read");
  return asked;
}

export async function imagesOf(
  tx: Tx,
  programId: string,
  rows: readonly Pick<ListedReward, "imageId">[],
): Promise<Images> {
  return findImages(
    tx,
    programId,
    rows.flatMap(({ imageId }) => imageId ?? []),
  );
}

function placeIn(cursor: string): { position: number; rewardId: string } {
  const [position, rewardId] = decodeCursor(cursor);
  if (
    typeof position === "number" &&
    Number.isInteger(position) &&
    typeof rewardId === "string" &&
    isUuid(rewardId)
  ) {
    return { position, rewardId };
  }
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
