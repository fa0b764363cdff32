import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { type StoredObject, storage } from "@/lib/storage";
import { type ImageFormat, NEWER_FORMATS, plainFormatOf } from "./render-image";
import { CONTENT_TYPES, renditionKey } from "./stored-rendition";

/**
 * One width of a picture, in the best of its formats that the reader takes. Pictures are public: they stand on pages
 * that anybody opens, and in mails. What is stored answers for itself; the database is asked only by readers who take
 * neither of the newer formats, because the plain one depends on the picture.
 * @param accept the request's Accept header
 * @throws NotFound; Unavailable when the storage is
 */
export async function openRendition(
  { programId, imageId, width }: { programId: string; imageId: string; width: number },
  accept: string,
): Promise<StoredObject & { contentType: string }> {
  const format = newerFormat(accept) ?? (await plainFormat(programId, imageId));
  const object = await storage().get(renditionKey(programId, imageId, width, format));
  if (object === null) throw new NotFound("image");
  return { ...object, contentType: CONTENT_TYPES[format] };
}

/** Only for those who name it: "anything" is what programs say that know neither. */
function newerFormat(accept: string): ImageFormat | undefined {
  return NEWER_FORMATS.find((format) => accept.includes(CONTENT_TYPES[format]));
}

/** @throws NotFound */
async function plainFormat(programId: string, imageId: string): Promise<ImageFormat> {
  const image = await db().image.findUnique({
    where: { programId_imageId: { programId, imageId } },
    select: { alpha: true },
  });
  if (image === null) throw new NotFound("image");
  return plainFormatOf(image.alpha);
}
