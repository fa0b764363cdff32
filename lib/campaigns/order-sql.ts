import { decodeCursor } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { Prisma } from "@/lib/db";
import type { CampaignSort } from "./schema";

/** Where a page of campaigns begins: after this one, in the order asked for. */
export type CampaignPosition = { campaignId: string; value: string | number | null };

type Sorted = { campaignId: string; name: string; points: bigint };

/** What the cursor after a campaign is made of. */
export function cursorAfter(sort: CampaignSort, { campaignId, name, points }: Sorted): (string | number)[] {
  if (sort === "name") return [campaignId, name];
  return sort === "points" ? [campaignId, Number(points)] : [campaignId];
}

/** @throws Invalid for a cursor that this list, sorted like this, did not give out */
export function readPosition(sort: CampaignSort, cursor: string): CampaignPosition {
  const [campaignId, value = null] = decodeCursor(cursor);
  const type = { newest: "object", name: "string", points: "number" }[sort];
  const isFitting = typeof value === type && (typeof value !== "number" || Number.isSafeInteger(value));
  if (typeof campaignId === "string" && isUuid(campaignId) && isFitting) return { campaignId, value };
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}

/** What comes after a position, over `campaign` and `total`. */
export function isAfter(sort: CampaignSort, { campaignId, value }: CampaignPosition): Prisma.Sql {
  switch (sort) {
    case "newest":
      return Prisma.sql`campaign.campaign_id < ${campaignId}::uuid`;
    case "name":
      return Prisma.sql`(lower(campaign.name), campaign.campaign_id) > (lower(${value}), ${campaignId}::uuid)`;
    case "points":
      return Prisma.sql`(total.points, campaign.campaign_id) < (${value}::bigint, ${campaignId}::uuid)`;
  }
}

export const CAMPAIGN_ORDERS: Record<CampaignSort, Prisma.Sql> = {
  newest: Prisma.sql`campaign.campaign_id DESC`,
  name: Prisma.sql`lower(campaign.name), campaign.campaign_id`,
  points: Prisma.sql`total.points DESC, campaign.campaign_id DESC`,
};
