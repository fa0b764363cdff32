import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { startOfDay, windowStart } from "@/lib/core/calendar";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid, NotFound } from "@/lib/core/errors";
import { isUuid, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import { priceFor } from "../examine-reward";
import { imagesOf } from "../queries";
import type { Images } from "../to-reward-dto";
import {
  MAX_TOLD_LEFT,
  type OfferSort,
  type RewardOffer,
  type RewardOfferDetail,
  type Standing,
} from "./offer-dto";
import {
  type LimitStarts,
  type OfferedReward,
  selectOfferedCategories,
  selectOffers,
  selectTierRanks,
} from "./offer-sql";
import { standingOf } from "./standing-of";

/** The member for whom the catalogue is opened, with what decides on what they can have. */
export type OfferSeeker = {
  memberId: string;
  tier: string | null;
  segments: readonly string[];
  /** Points that they can spend. */
  available: number;
  /** Language of the texts, as far as they are translated: de, ar. */
  language: string;
};

export type OfferFilter = {
  q?: string | undefined;
  category?: string | undefined;
  /** `ready`: only what the member can have now. */
  only?: "ready" | undefined;
  sort?: OfferSort | undefined;
};

/**
 * The catalogue as a member sees it, in as many queries whatever its size. What is for segments that the member is not
 * in is left out; what is for other tiers, sold out or out of reach is shown as that.
 * @throws Forbidden; NotFound for another member; Invalid for a foreign cursor
 */
export async function listOffersFor(
  ctx: Ctx,
  seeker: OfferSeeker,
  {
    q = "",
    category,
    only,
    sort = "recommended",
    cursor,
    limit,
  }: OfferFilter & { cursor?: string | undefined; limit: number },
): Promise<Page<RewardOffer>> {
  requireSelfOr(ctx, seeker.memberId, "rewards:read");
  const { programId } = ctx;
  const tx = ctx.tx ?? db();
  const now = ctx.clock.now();
  const [{ timeZone }, tiers] = await Promise.all([
    recallProgram(programId, ctx.tx),
    selectTierRanks(tx, programId),
  ]);
  const rows = await selectOffers(tx, {
    programId,
    ...seeker,
    starts: limitStarts(now, timeZone),
    now,
    q: q.trim() || undefined,
    category,
    onlyReady: only === "ready",
    sort,
    after: cursor === undefined ? undefined : placeIn(cursor, sort),
    limit: limit + 1,
  });
  const page = toPage(rows, limit, ({ rank, rewardId }) => [sort, rank, rewardId]);
  const images = await imagesOf(tx, programId, page.items);
  return {
    ...page,
    items: page.items.flatMap((row) => {
      const standing = standingOf(row, seeker, tiers, now);
      return standing === null ? [] : [toOffer(row, seeker, standing, images)];
    }),
  };
}

/**
 * One reward as a member sees it, also where it is over by now or not theirs to have yet.
 * @throws Forbidden; NotFound also for what is not offered to the member
 */
export async function readOfferFor(
  ctx: Ctx,
  seeker: OfferSeeker,
  rewardId: string,
): Promise<RewardOfferDetail> {
  requireSelfOr(ctx, seeker.memberId, "rewards:read");
  const { programId } = ctx;
  const tx = ctx.tx ?? db();
  const now = ctx.clock.now();
  const [{ timeZone }, tiers] = await Promise.all([
    recallProgram(programId, ctx.tx),
    selectTierRanks(tx, programId),
  ]);
  const starts = limitStarts(now, timeZone);
  const [row] = await selectOffers(tx, {
    programId,
    ...seeker,
    starts,
    now,
    rewardId,
    sort: "recommended",
    limit: 1,
  });
  const standing = row === undefined ? null : standingOf(row, seeker, tiers, now);
  if (row === undefined || standing === null) throw new NotFound("reward");
  return {
    ...toOffer(row, seeker, standing, await imagesOf(tx, programId, [row])),
    fulfilment: row.fulfilment,
    description: row.description,
    terms: row.terms,
    howToUse: row.howToUse,
    perMember: row.perMember,
    validDays: row.validDays,
    stores: row.stores,
    valueMinor: row.valueMinor === null ? null : Number(row.valueMinor),
  };
}

/** The categories in which members find something, in their language. */
export function listOfferedCategories(ctx: Ctx, language: string): Promise<{ code: string; name: string }[]> {
  return selectOfferedCategories(ctx.tx ?? db(), ctx.programId, language);
}

function toOffer(row: OfferedReward, { tier }: OfferSeeker, standing: Standing, images: Images): RewardOffer {
  const { category, categoryName, imageId, left } = row;
  const price = priceFor(row, tier);
  return {
    id: toTypeId("rwd", row.rewardId),
    kind: row.kind,
    name: row.name,
    summary: row.summary,
    image: imageId === null ? null : (images.get(imageId) ?? null),
    partner: row.partnerName,
    category: category === null ? null : { code: category, name: categoryName ?? category },
    price: price === null ? null : { points: price.points, amountMinor: price.amountMinor },
    standing,
    left: left === null || left >= MAX_TOLD_LEFT ? null : left,
    endsAt: row.endsAt?.toISOString() ?? null,
  };
}

function limitStarts(now: Date, timeZone: string): LimitStarts {
  const start = (window: "day" | "week" | "month" | "year") =>
    startOfDay(windowStart(now, timeZone, window), timeZone);
  return { day: start("day"), week: start("week"), month: start("month"), year: start("year") };
}

/** A cursor belongs to the order that it was given out for. */
function placeIn(cursor: string, sort: OfferSort): { rank: number; rewardId: string } {
  const [order, rank, rewardId] = decodeCursor(cursor);
  if (order === sort && typeof rank === "number" && typeof rewardId === "string" && isUuid(rewardId)) {
    return { rank, rewardId };
  }
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
