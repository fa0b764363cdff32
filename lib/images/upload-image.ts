import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { PayloadTooLarge } from "@/lib/core/errors";
import { sha256 } from "@/lib/core/hash";
import { newId, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { storage } from "@/lib/storage";
import { write } from "@/lib/write";
import { toImageDto } from "./image-row";
import { findImageByContent } from "./queries";
import { type RenderedImage, renderImage } from "./render-image";
import { type ImageDto, MAX_IMAGE_BYTES } from "./schema";
import { CONTENT_TYPES, renditionKey } from "./stored-rendition";

/**
 * Takes in a picture: PNG, JPEG, WebP or AVIF of at most 10 MiB and 50 megapixels. The same file again is the image that
 * it became the first time.
 * @throws Forbidden; PayloadTooLarge; Invalid when it is not such a picture; Unavailable when the storage is
 */
export async function uploadImage(ctx: Ctx, content: Buffer): Promise<ImageDto> {
  // Partners have pictures of their own to show.
  const permission = ctx.actor.kind === "partner" ? null : "images:write";
  if (permission !== null) requirePermission(ctx, permission);
  if (content.byteLength > MAX_IMAGE_BYTES) throw new PayloadTooLarge(MAX_IMAGE_BYTES);
  const contentHash = sha256(content);
  const known = await findAgain(ctx, contentHash);
  if (known !== null) return known;
  const imageId = newId();
  const rendered = await renderImage(content);
  try {
    await store(ctx.programId, imageId, rendered);
    const request = { contentHash: contentHash.toString("hex") };
    const dto = await write(ctx, { permission, request }, async (tx) => {
      const { width, height, widths, alpha, blurColour, mosaic } = rendered;
      const now = ctx.clock.now();
      const { count } = await tx.image.createMany({
        data: [
          {
            programId: ctx.programId,
            imageId,
            contentHash: Uint8Array.from(contentHash),
            width,
            height,
            widths,
            alpha,
            blurColour,
            mosaic,
            createdAt: now,
            lastUploadedAt: now,
          },
        ],
        skipDuplicates: true,
      });
      // Somebody else uploaded the same file meanwhile: theirs is the image.
      const image = await findImageByContent(tx, ctx.programId, contentHash);
      if (image === null) throw new Error("an image that was neither added nor there");
      if (count > 0) {
        await recordAudit(tx, ctx, {
          action: "image.uploaded",
          target: toTypeId("img", imageId),
          detail: { bytes: content.byteLength, width, height },
        });
      }
      return image;
    });
    if (dto.id !== toTypeId("img", imageId)) await discard(ctx.programId, imageId, rendered);
    return dto;
  } catch (error) {
    await discard(ctx.programId, imageId, rendered);
    throw error;
  }
}

/** The image that the same file became before, kept for as long as a new one would be. */
async function findAgain({ programId, clock }: Ctx, contentHash: Uint8Array): Promise<ImageDto | null> {
  const [row] = await db().image.updateManyAndReturn({
    where: { programId, contentHash: Uint8Array.from(contentHash) },
    data: { lastUploadedAt: clock.now() },
  });
  return row === undefined ? null : toImageDto(row);
}

async function store(programId: string, imageId: string, { renditions }: RenderedImage): Promise<void> {
  for (const { width, format, content } of renditions) {
    await storage().put(renditionKey(programId, imageId, width, format), content, CONTENT_TYPES[format]);
  }
}

async function discard(programId: string, imageId: string, { renditions }: RenderedImage): Promise<void> {
  for (const { width, format } of renditions) {
    await storage().delete(renditionKey(programId, imageId, width, format));
  }
}
