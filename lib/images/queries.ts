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

/** The image that a file became in the program. @param contentHash SHA-256 of the file */
export async function findImageByContent(
  tx: Tx,
  programId: string,
  contentHash: Uint8Array,
): Promise<ImageDto | null> {
  const row = await tx.image.findUnique({
    where: { programId_contentHash: { programId, contentHash: Uint8Array.from(contentHash) } },
  });
  return row === null ? null : toImageDto(row);
}

/** A picture of some program, by the SHA-256 of its file in hexadecimal digits. */
export type PlacedImage = { programId: string; imageId: string; hash: string };

/** Which of these files are pictures of which of these programs. @param hashes SHA-256 in hexadecimal digits */
export async function findImagesByContent(
  tx: Tx,
  programIds: readonly string[],
  hashes: readonly string[],
): Promise<PlacedImage[]> {
  if (hashes.length === 0 || programIds.length === 0) return [];
  const rows = await tx.image.findMany({
    where: {
      programId: { in: [...programIds] },
      contentHash: { in: hashes.map((hash) => Uint8Array.from(Buffer.from(hash, "hex"))) },
    },
    select: { programId: true, imageId: true, contentHash: true },
  });
  return rows.map(({ contentHash, ...row }) => ({ ...row, hash: Buffer.from(contentHash).toString("hex") }));
}
