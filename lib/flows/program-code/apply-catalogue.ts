import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { present } from "@/lib/core/assert";
import { Conflict } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { addSupplier, changeSupplier, listPartners, setPartnerEndpoint } from "@/lib/partners";
import type { CodeChange, CodePartner, CodePool, CodeReward } from "@/lib/program-code";
import {
  archiveReward,
  changePool,
  changeReward,
  createPool,
  createReward,
  findRewardByKey,
  listPortablePools,
  listPortableRewards,
  orderRewards,
  publishReward,
  unpublishReward,
} from "@/lib/rewards";
import type { RewardChange } from "@/lib/rewards/schema";

/** What of a thing differs: names of its members. */
type Differing = ReadonlySet<string>;

/** The members that a change is about. */
export function differingIn(fields: CodeChange["fields"]): Differing {
  return new Set(fields.flatMap(({ path }) => path.split(" ")[0] ?? []));
}

/** Adds or changes a reward partner. @throws whatever its verbs throw */
export async function applyPartner(
  ctx: Ctx,
  { key, name, orderUrl }: CodePartner,
  differing: Differing | null,
): Promise<void> {
  if (differing === null) {
    const { partnerId } = await addSupplier(ctx, { key, name });
    if (orderUrl !== null) await setPartnerEndpoint(ctx, partnerId, { orderUrl });
    return;
  }
  const partnerId = await partnerOf(ctx, key);
  if (differing.has("name")) await changeSupplier(ctx, partnerId, { name });
  if (differing.has("orderUrl")) await setPartnerEndpoint(ctx, partnerId, { orderUrl });
}

/** Adds or changes a pool of codes. @throws Conflict `pool_partner_is_fixed`, and whatever its verbs throw */
export async function applyPool(
  ctx: Ctx,
  { key, name, partner, lowAt }: CodePool,
  differing: Differing | null,
): Promise<void> {
  if (differing === null) {
    const partnerId = partner === null ? null : await partnerOf(ctx, partner);
    await createPool(ctx, { key, name, partnerId, lowAt });
    return;
  }
  if (differing.has("partner")) {
    throw new Conflict(
      "pool_partner_is_fixed",
      `Who fills the code pool “${key}” is decided when it is made, and stays. Give the one in the file another key.`,
    );
  }
  await changePool(ctx, await poolOf(ctx, key), { name, lowAt });
}

/**
 * Adds a reward, takes it out of the archive, or changes it and puts it where the document has it.
 * @param pictures images of the program by their names in documents
 * @throws Conflict `reward_is_proposed`, and whatever its verbs throw
 */
export async function applyReward(
  ctx: Ctx,
  wanted: CodeReward,
  differing: Differing | null,
  pictures: ReadonlyMap<string, string>,
): Promise<void> {
  const { key, state, partner, pool, image, ...content } = wanted;
  const whole = {
    ...content,
    partnerId: partner === null ? null : await partnerOf(ctx, partner),
    poolId: pool === null ? null : await poolOf(ctx, pool),
    imageId: image === null ? null : (pictures.get(image) ?? null),
  };
  const row = await findRewardByKey(ctx, key);
  if (row === null) {
    const { id } = await createReward(ctx, { ...whole, key });
    const rewardId = present(fromTypeId("rwd", id), "a reward has a TypeID");
    if (state === "published") await publishReward(ctx, rewardId, { evenIfEmpty: true });
    return;
  }
  const { rewardId } = row;
  if (differing === null && row.state === "draft") {
    throw new Conflict(
      "reward_is_proposed",
      `A partner is proposing the reward “${key}”. Decide on it first, or give the one in the file another key.`,
    );
  }
  if (row.state === "archived") await unpublishReward(ctx, rewardId);
  if (row.state === "published" && state === "draft") await unpublishReward(ctx, rewardId);
  const change = differing === null ? whole : partsOf(whole, differing);
  if (Object.keys(change).length > 0) await changeReward(ctx, rewardId, change);
  if (row.state !== "published" && state === "published") {
    await publishReward(ctx, rewardId, { evenIfEmpty: true });
  }
}

/** Archives a reward that the document does not have. */
export async function removeReward(ctx: Ctx, key: string): Promise<void> {
  await archiveReward(ctx, await rewardOf(ctx, key));
}

/** Puts the rewards into the order in which the document has them. */
export async function applyRewardOrder(ctx: Ctx, rewards: readonly CodeReward[]): Promise<void> {
  const rewardIds: string[] = [];
  for (const { key } of rewards) rewardIds.push(await rewardOf(ctx, key));
  if (rewardIds.length > 0) await orderRewards(ctx, { rewardIds });
}

/** The same where they are not in it already: what comes out of the archive comes back to where it was. */
export async function settleRewardOrder(ctx: Ctx, rewards: readonly CodeReward[]): Promise<void> {
  const now = (await listPortableRewards(ctx)).map(({ key }) => key);
  if (now.join() !== rewards.map(({ key }) => key).join()) await applyRewardOrder(ctx, rewards);
}

/** What documents call otherwise than verbs do, since they name things by keys. */
const REFERENCES: Readonly<Record<string, string>> = {
  partner: "partnerId",
  pool: "poolId",
  image: "imageId",
};

function partsOf(whole: RewardChange, differing: Differing): RewardChange {
  const names = new Set([...differing].map((name) => REFERENCES[name] ?? name));
  return Object.fromEntries(Object.entries(whole).filter(([name]) => names.has(name)));
}

async function partnerOf(ctx: Ctx, key: string): Promise<string> {
  const partner = (await listPartners(ctx)).find((each) => each.key === key);
  return present(partner, "references of the document have been looked up").partnerId;
}

async function poolOf(ctx: Ctx, key: string): Promise<string> {
  const pool = (await listPortablePools(ctx)).find((each) => each.key === key);
  return present(pool, "references of the document have been looked up").poolId;
}

async function rewardOf(ctx: Ctx, key: string): Promise<string> {
  return present(await findRewardByKey(ctx, key), "the program has the reward").rewardId;
}
