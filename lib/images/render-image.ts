import sharp, { type Sharp } from "sharp";
import { Invalid } from "@/lib/core/errors";
import { recogniseImage } from "./recognise-image";
import { MAX_IMAGE_PIXELS, MAX_IMAGE_SIDE, MOSAIC } from "./schema";

/** Widths that a picture is stored in, as far as it is as wide, beside its own. */
const WIDTHS = [160, 320, 640, 1_080] as const;
const SMALLEST_SIDE = 16;

export type ImageFormat = "avif" | "webp" | "png" | "jpeg";
export type Rendition = { width: number; format: ImageFormat; content: Uint8Array };
export type RenderedImage = {
  width: number;
  height: number;
  widths: number[];
  alpha: boolean;
  blurColour: string;
  /** Null where parts are transparent: what stands in their place would be seen for good. */
  mosaic: string | null;
  renditions: Rendition[];
};

/** The formats that browsers ask for, the best one first. */
export const NEWER_FORMATS = ["avif", "webp"] as const satisfies ImageFormat[];

/** The format that mail programs and link previews understand. @param alpha whether parts are transparent */
export function plainFormatOf(alpha: boolean): ImageFormat {
  return alpha ? "png" : "jpeg";
}

/** Formats of each width. */
export function formatsOf(alpha: boolean): ImageFormat[] {
  return [...NEWER_FORMATS, plainFormatOf(alpha)];
}

/**
 * Decodes an uploaded picture and draws it anew in all its widths and formats: upright, in sRGB, and without anything
 * that the file said beside the picture (place, camera, profile, thumbnail). Of an animation the first frame is kept.
 * @throws Invalid when it is not a picture of a type that is taken, is broken, or is too small or too large
 */
export async function renderImage(content: Uint8Array): Promise<RenderedImage> {
  if (recogniseImage(content) === null) {
    throw refusal("not_an_image", "Upload a PNG, JPEG, WebP or AVIF image. SVG drawings are not taken.");
  }
  const { pixels, width, height, alpha, blurColour, mosaic } = await decode(content);
  const widths = [...WIDTHS.filter((each) => each < width), width];
  const renditions: Rendition[] = [];
  // One after the other: each uses all processors by itself, and the pixels of one width at a time suffice.
  for (const each of widths) {
    const resized = pixels.clone().resize({ width: each });
    for (const format of formatsOf(alpha)) {
      renditions.push({ width: each, format, content: await encode(resized.clone(), format) });
    }
  }
  return { width, height, widths, alpha, blurColour, mosaic, renditions };
}

async function decode(content: Uint8Array) {
  const source = sharp(content, { limitInputPixels: MAX_IMAGE_PIXELS, failOn: "error" });
  const read = async () => {
    const { width, height } = await source.metadata();
    if (Math.min(width, height) < SMALLEST_SIDE) {
      throw refusal("too_small", `An image is at least ${SMALLEST_SIDE} pixels wide and high.`);
    }
    const { data, info } = await source
      .autoOrient()
      .resize({ width: MAX_IMAGE_SIDE, height: MAX_IMAGE_SIDE, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width: drawnWidth, height: drawnHeight, channels } = info;
    const pixels = sharp(data, { raw: { width: drawnWidth, height: drawnHeight, channels } });
    const { isOpaque, channels: statistics } = await pixels.clone().stats();
    const means = [0, 1, 2].map((channel) => statistics[channels < 3 ? 0 : channel]?.mean ?? 0);
    return {
      pixels,
      width: drawnWidth,
      height: drawnHeight,
      alpha: !isOpaque,
      blurColour: `#${hexadecimal(means)}`,
      mosaic: isOpaque ? await mosaicOf(pixels) : null,
    };
  };
  return read().catch((error: unknown) => {
    if (error instanceof Invalid) throw error;
    if (error instanceof Error && /pixel limit/.test(error.message)) {
      throw refusal("too_many_pixels", "The image has more than 50 megapixels. Upload a smaller one.");
    }
    // The decoder's words are about its own insides: to the person who uploads, the file is broken.
    throw refusal(
      "broken_image",
      "The file looks like an image but cannot be read. Save it again and retry.",
    );
  });
}

async function encode(picture: Sharp, format: ImageFormat): Promise<Uint8Array> {
  switch (format) {
    case "avif":
      return picture.avif({ quality: 50, effort: 2 }).toBuffer();
    case "webp":
      return picture.webp({ quality: 80, effort: 4 }).toBuffer();
    case "png":
      return picture.png({ compressionLevel: 9, palette: true, quality: 90 }).toBuffer();
    case "jpeg":
      return picture.jpeg({ quality: 82, mozjpeg: true }).toBuffer();
  }
}

async function mosaicOf(pixels: Sharp): Promise<string> {
  const { columns, rows } = MOSAIC;
  const tiles = pixels.clone().resize({ width: columns, height: rows, fit: "fill" }).toColourspace("srgb");
  return hexadecimal([...(await tiles.removeAlpha().raw().toBuffer())]);
}

function hexadecimal(channels: number[]): string {
  return channels.map((mean) => Math.round(mean).toString(16).padStart(2, "0")).join("");
}

function refusal(code: string, detail: string): Invalid {
  return new Invalid(detail, [{ pointer: "", code, detail }]);
}
