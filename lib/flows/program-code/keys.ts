import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { toTypeId } from "@/lib/core/ids";
import { changeSupplier, listPartners } from "@/lib/partners";
import { changePool, changeReward, listPortablePools, listPortableRewards } from "@/lib/rewards";

/** What has a key that can be changed. */
export const KEYED_KINDS = ["reward", "code pool", "reward partner"] as const;
export type KeyedKind = (typeof KEYED_KINDS)[number];

/** A thing that documents know by its key. The id is a TypeID. */
export type Keyed = { kind: KeyedKind; id: string; name: string; key: string };

/**
 * The rewards, code pools and reward partners that the program's document speaks of.
 * @throws Forbidden
 */
export async function listKeys(ctx: Ctx): Promise<Keyed[]> {
  requirePermission(ctx, "program:manage");
  const rewards = await listPortableRewards(ctx);
  const pools = await listPortablePools(ctx);
  const partners = await listPartners(ctx);
  return [
    ...rewards.map(
      ({ rewardId, name, key }): Keyed => ({
        kind: "reward",
        id: toTypeId("rwd", rewardId),
        name,
        key,
      }),
    ),
    ...pools.map(
      ({ poolId, name, key }): Keyed => ({
        kind: "code pool",
        id: toTypeId("cpool", poolId),
        name,
        key,
      }),
    ),
    ...partners.flatMap(({ partnerId, name, key }): Keyed[] =>
      key === null ? [] : [{ kind: "reward partner", id: toTypeId("org", partnerId), name, key }],
    ),
  ];
}

/**
 * Gives one of them another key: documents that have the old one speak of something else from then on.
 * @param thing its kind and its UUID
 * @throws Forbidden, NotFound; Invalid or Conflict `key_taken` where another has the key
 */
export async function changeKey(
  ctx: Ctx,
  { kind, id }: { kind: KeyedKind; id: string },
  key: string,
): Promise<{ key: string }> {
  switch (kind) {
    case "reward":
      await changeReward(ctx, id, { key });
      break;
    case "code pool":
      await changePool(ctx, id, { key });
      break;
    case "reward partner":
      await changeSupplier(ctx, id, { key });
      break;
  }
  return { key };
}
