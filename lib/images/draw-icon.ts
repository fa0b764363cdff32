import sharp, { type Sharp } from "sharp";
import { db } from "@/lib/db";
import { storage } from "@/lib/storage";
import { plainFormatOf } from "./render-image";
import { renditionKey } from "./stored-rendition";

/** Room around a picture that is see-through, as a share of the side: launchers cut corners and circles out of it. */
const MARGIN = 0.16;

/**
 * A picture as a square icon: one that fills its frame is cut to a square, one that is partly transparent stands on a
 * ground with room around it.
 * @param ground CSS colour
 * @returns PNG; null where the program has no such image
 */
export async function drawImageIcon(
  { programId, imageId }: { programId: string; imageId: string },
  side: number,
  ground: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const image = await db().image.findUnique({
    where: { programId_imageId: { programId, imageId } },
    select: { width: true, widths: true, alpha: true },
  });
  if (image === null) return null;
  const width = image.widths.find((each) => each >= side) ?? image.width;
  const plain = plainFormatOf(image.alpha);
  const object = await storage().get(renditionKey(programId, imageId, width, plain));
  if (object === null) return null;
  const content = Buffer.from(await new Response(object.content).arrayBuffer());
  if (!image.alpha) return toBytes(sharp(content).resize(side, side, { fit: "cover" }));
  const inner = Math.round(side * (1 - 2 * MARGIN));
  const transparent = { r: 0, g: 0, b: 0, alpha: 0 };
  const picture = await sharp(content)
    .resize(inner, inner, { fit: "contain", background: transparent })
    .png()
    .toBuffer();
  const canvas = sharp({ create: { width: side, height: side, channels: 3, background: ground } });
  return toBytes(canvas.composite([{ input: picture, gravity: "centre" }]));
}

async function toBytes(picture: Sharp): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await picture.png({ compressionLevel: 9 }).toBuffer());
}
