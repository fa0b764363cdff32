import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { NotFound } from "@/lib/core/errors";
import { newId, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { storage } from "@/lib/storage";
import { write } from "@/lib/write";
import { toImageDto } from "./image-row";
import { findImageByContent } from "./queries";
import { removeRenditions } from "./remove-image";
import { formatsOf } from "./render-image";
import type { ImageDto } from "./schema";
import { CONTENT_TYPES, renditionKey } from "./stored-rendition";

type Ref = { programId: string; imageId: string };

/**
 * Takes over a picture of another program as it is there, without drawing it anew. Whoever calls knows that the other
 * program is one of the same company. Where the program has the picture already, that is the one.
 * @throws Forbidden; NotFound where the other program does not have it, or not whole; Unavailable when the storage is
 */
export async function copyImage(ctx: Ctx, from: Ref): Promise<ImageDto> {
  requirePermission(ctx, "images:write");
  const { programId } = ctx;
  const source = await db().image.findUnique({ where: { programId_imageId: from } });
  if (source === null) throw new NotFound("image");
  const known = await findImageByContent(db(), programId, source.contentHash);
  if (known !== null) return known;
  const imageId = newId();
  try {
    for (const width of source.widths) {
      for (const format of formatsOf(source.alpha)) {
        const object = await storage().get(renditionKey(from.programId, from.imageId, width, format));
        if (object === null) throw new NotFound("image");
        const content = new Uint8Array(await new Response(object.content).arrayBuffer());
        await storage().put(renditionKey(programId, imageId, width, format), content, CONTENT_TYPES[format]);
      }
    }
    const request = { from };
    return await write(ctx, { permission: "images:write", request }, async (tx) => {
      const now = ctx.clock.now();
      const copy = { ...source, programId, imageId, createdAt: now, lastUploadedAt: now };
      await tx.image.create({ data: copy });
      await recordAudit(tx, ctx, {
        action: "image.copied",
        target: toTypeId("img", imageId),
        detail: { of: toTypeId("img", from.imageId), program: toTypeId("prog", from.programId) },
      });
      return toImageDto(copy);
    });
  } catch (error) {
    await removeRenditions({ programId, imageId });
    throw error;
  }
}
