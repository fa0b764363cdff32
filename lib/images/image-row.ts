import { toTypeId } from "@/lib/core/ids";
import type { Prisma } from "@/lib/db";
import type { ImageDto } from "./schema";

export type ImageRow = Prisma.ImageGetPayload<Record<string, never>>;

/** The image as the product speaks of it. */
export function toImageDto(row: Omit<ImageRow, "contentHash" | "createdAt" | "lastUploadedAt">): ImageDto {
  const { programId, imageId, width, height, widths, blurColour, mosaic } = row;
  const id = toTypeId("img", imageId);
  const path = `/api/images/${toTypeId("prog", programId)}/${id}`;
  return { id, path, width, height, widths, blurColour, mosaic };
}
