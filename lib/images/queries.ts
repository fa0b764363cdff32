import type { Ctx } from "@/lib/auth/context";
import { NotFound } from "@/lib/core/errors";
import { db, type Tx } from "@/lib/db";
import { toImageDto } from "./image-row";
import type { ImageDto } from "./schema";

/** @throws NotFound */
export async function readImage(ctx: Pick<Ctx, "programId">, imageId: string): Promise<ImageDto> {
  const image = (await findImages(db(), ctx.programId, [imageId])).get(imageId);
  if (image === undefined) throw new NotFound("image");
  return image;
}

/**
 * The program's images with these ids (UUIDs), by id: for whoever shows things that have pictures.
 * @param tx reads what this transaction sees
 */
export async function findImages(
  tx: Tx,
  programId: string,
  imageIds: readonly string[],
): Promise<Map<string, ImageDto>> {
  if (imageIds.length === 0) return new Map();
  const rows = await tx.image.findMany({ where: { programId, imageId: { in: [...new Set(imageIds)] } } });
  return new Map(rows.map((row) => [row.imageId, toImageDto(row)]));
}
