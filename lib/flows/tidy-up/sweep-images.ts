import "server-only";
import { log } from "@/lib/config/log";
import { lowestId, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { listStoredImages, removeImage, removeRenditions } from "@/lib/images";
import { selectUnusedImages } from "./sql";

const DAY_MS = 24 * 60 * 60_000;
/** Whoever uploads a picture saves what shows it within that time. */
const GRACE_MS = 7 * DAY_MS;
const IMAGES_AT_ONCE = 500;

/**
 * Removes pictures that nothing refers to a week after they were uploaded last, and files of uploads that came to no
 * picture, a day after they began. Whoever uploads or uses one at the same moment keeps it.
 * @returns how many pictures, and how many uploads without one
 */
export async function sweepImages(now: Date): Promise<{ images: number; uploads: number }> {
  const before = new Date(now.getTime() - GRACE_MS);
  let images = 0;
  for (const image of await selectUnusedImages(db(), before, IMAGES_AT_ONCE)) {
    if (!(await removeImage(image, before))) continue;
    images += 1;
    log().info({ image: toTypeId("img", image.imageId) }, "an unused image was removed");
  }
  return { images, uploads: await sweepStrayFiles(now) };
}

async function sweepStrayFiles(now: Date): Promise<number> {
  // Files are stored before the picture is known. The id says when that began.
  const youngest = lowestId(now.getTime() - DAY_MS);
  let uploads = 0;
  for await (const image of listStoredImages()) {
    if (image.imageId >= youngest) continue;
    const isKnown = await db().image.count({ where: image });
    if (isKnown > 0) continue;
    await removeRenditions(image);
    uploads += 1;
  }
  return uploads;
}
