import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { present } from "@/lib/core/assert";
import { listPartners, type PartnerDto } from "@/lib/partners";
import { type CodePartner, type CodePool, type CodeReward, pictureName } from "@/lib/program-code";
import { listPortablePools, listPortableRewards } from "@/lib/rewards";

type Catalogue = { partners: CodePartner[]; pools: CodePool[]; rewards: CodeReward[] };

/**
 * Who supplies rewards, where their codes come from, and the rewards, each naming the others by their keys.
 * @throws Forbidden
 */
export async function readCatalogue(ctx: Ctx): Promise<Catalogue> {
  const partners = (await listPartners(ctx)).filter(isSupplier);
  const pools = await listPortablePools(ctx);
  const partnerKeys = new Map(partners.map(({ partnerId, key }) => [partnerId, key]));
  const poolKeys = new Map(pools.map(({ poolId, key }) => [poolId, key]));
  const keyOfPartner = (id: string | null) => (id === null ? null : (partnerKeys.get(id) ?? null));
  const rewards = (await listPortableRewards(ctx)).map(
    ({ rewardId: _, partnerId, poolId, imageId: __, imageHash, ...reward }): CodeReward => ({
      ...reward,
      partner: keyOfPartner(partnerId),
      pool:
        poolId === null ? null : present(poolKeys.get(poolId) ?? null, "a reward's pool is the program's"),
      image: imageHash === null ? null : pictureName(imageHash),
    }),
  );
  return {
    partners: byKey(partners).map(({ key, name, orderUrl }) => ({ key, name, orderUrl })),
    pools: pools.map(({ key, name, partnerId, lowAt }) => ({
      key,
      name,
      partner: keyOfPartner(partnerId),
      lowAt,
    })),
    rewards,
  };
}

type Supplier = PartnerDto & { key: string };

function isSupplier(partner: PartnerDto): partner is Supplier {
  return partner.key !== null;
}

function byKey<Item extends { key: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((one, other) => (one.key < other.key ? -1 : 1));
}
