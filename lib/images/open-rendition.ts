import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { type StoredObject, storage } from "@/lib/storage";
import { formatsOf, type ImageFormat } from "./render-image";
import { CONTENT_TYPES, renditionKey } from "./stored-rendition";

/**
 * One width of a picture, in the best of its formats that the reader takes. Pictures are public: they stand on pages
 * that anybody opens, and in mails.
 * @param accept the request's Accept header
 * @throws NotFound; Unavailable when the storage is
 */
export async function openRendition(
  { programId, imageId, width }: { programId: string; imageId: string; width: number },
  accept: string,
): Promise<StoredObject & { contentType: string }> {
  const image = await db().image.findUnique({
    where: { programId_imageId: { programId, imageId } },
    select: { widths: true, alpha: true },
  });
  if (image === null || !image.widths.includes(width)) throw new NotFound("image");
  const format = chooseFormat(image.alpha, accept);
  const object = await storage().get(renditionKey(programId, imageId, width, format));
  if (object === null) throw new NotFound("image");
  return { ...object, contentType: CONTENT_TYPES[format] };
}

/** Newer formats only for those who name them: "anything" is what programs say that know neither. */
export function chooseFormat(alpha: boolean, accept: string): ImageFormat {
  const [avif, webp, plain] = formatsOf(alpha) as [ImageFormat, ImageFormat, ImageFormat];
  return [avif, webp].find((format) => accept.includes(CONTENT_TYPES[format])) ?? plain;
}
