import { toTypeId } from "@/lib/core/ids";
import type { ImageDto } from "@/lib/images";
import { proposalState } from "./proposals/proposal-state";
import type { Eligibility, PerMember, RewardContent } from "./reward-content";
import type { ProposalDto, RewardDto, RewardSummary } from "./reward-dto";
import type { ListedReward } from "./sql";

export type Images = ReadonlyMap<string, ImageDto>;

export function toRewardSummary(row: ListedReward, images: Images): RewardSummary {
  const { partnerId, partnerName, imageId } = row;
  return {
    id: toTypeId("rwd", row.rewardId),
    state: row.state,
    kind: row.kind,
    fulfilment: row.fulfilment,
    name: row.name,
    summary: row.summary,
    partner: partnerId === null ? null : { id: toTypeId("org", partnerId), name: partnerName ?? "" },
    proposal: proposalOf(row),
    category: row.category,
    image: imageId === null ? null : (images.get(imageId) ?? null),
    prices: row.prices,
    stock: row.stock,
    left: row.left,
    isLow: row.isLow,
    startsAt: row.startsAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
  };
}

function proposalOf(row: ListedReward): ProposalDto | null {
  const { proposedBy, proposerName, returnedNote } = row;
  if (proposedBy === null) return null;
  const by = { id: toTypeId("org", proposedBy), name: proposerName ?? "" };
  return { by, state: proposalState(row), note: returnedNote };
}

export function toRewardDto(row: ListedReward, images: Images): RewardDto {
  const { poolId, poolName } = row;
  return {
    ...toRewardSummary(row, images),
    key: row.key,
    description: row.description,
    terms: row.terms,
    howToUse: row.howToUse,
    translations: row.translations as RewardContent["translations"],
    lowAt: row.lowAt,
    pool: poolId === null ? null : { id: toTypeId("cpool", poolId), name: poolName ?? "" },
    codePattern: row.codePattern,
    perMember: row.perMember as PerMember | null,
    eligibility: row.eligibility as Eligibility,
    validDays: row.validDays,
    stores: row.stores,
    valueMinor: row.valueMinor === null ? null : Number(row.valueMinor),
    costMinor: Number(row.costMinor),
    holdMinutes: row.holdMinutes,
    createdAt: row.createdAt.toISOString(),
  };
}
