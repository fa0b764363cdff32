import "server-only";
import { z } from "zod";
import { Cache } from "@/lib/cache";
import { type Clock, systemClock } from "@/lib/core/clock";
import { toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { findImages } from "@/lib/images";
import { type PublicReward, publicReward } from "./offer-dto";
import { selectPublicRewards } from "./public-sql";

/** Most rewards on a page that anybody opens. */
const MAX_PUBLIC = 24;

/**
 * A schedule changes what is public without anything being written, so that no value is older than this. All changes
 * that are written are announced by the database and seen at once.
 */
const cache = new Cache("public-rewards", {
  value: z.array(publicReward),
  ttlSeconds: 60,
  maxEntries: 2_000,
});

/**
 * What the program's catalogue has for everybody, as a visitor sees it: published, within its schedule, and for members
 * of any tier and segment; the first of them.
 * @param language of the texts, as far as they are translated
 */
export async function listPublicRewards(
  programId: string,
  language: string,
  limit = MAX_PUBLIC,
  clock: Clock = systemClock,
): Promise<PublicReward[]> {
  const all = await cache.read(programId, language, () => load(programId, language, clock.now()));
  return all.slice(0, limit);
}

async function load(programId: string, language: string, now: Date): Promise<PublicReward[]> {
  const rows = await selectPublicRewards(db(), programId, { language, now, limit: MAX_PUBLIC });
  const images = await findImages(
    db(),
    programId,
    rows.flatMap(({ imageId }) => imageId ?? []),
  );
  return rows.map(({ rewardId, imageId, category, categoryName, points, amountMinor, ...row }) => ({
    ...row,
    id: toTypeId("rwd", rewardId),
    image: imageId === null ? null : (images.get(imageId) ?? null),
    category: category === null ? null : { code: category, name: categoryName ?? category },
    price: { points: Number(points), amountMinor: Number(amountMinor) },
  }));
}
