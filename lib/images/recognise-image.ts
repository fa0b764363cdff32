import type { IMAGE_TYPES } from "./schema";

type ImageType = (typeof IMAGE_TYPES)[number];

const SIGNATURES: readonly { type: ImageType; at: number; bytes: readonly string[] }[] = [
  { type: "image/png", at: 0, bytes: ["\x89PNG\r\n\x1a\n"] },
  { type: "image/jpeg", at: 0, bytes: ["\xff\xd8\xff"] },
  { type: "image/webp", at: 8, bytes: ["WEBP"] },
  { type: "image/avif", at: 4, bytes: ["ftypavif", "ftypavis"] },
];

/**
 * What kind of picture a file begins like, whatever it calls itself; null for all that is not taken. It is asked
 * before the decoder is: what decoders make of other formats, such as drawings that name further files, is no risk then.
 */
export function recogniseImage(content: Uint8Array): ImageType | null {
  for (const { type, at, bytes } of SIGNATURES) {
    const start = Buffer.from(content.subarray(at, at + 8)).toString("latin1");
    if (bytes.some((signature) => start.startsWith(signature))) return type;
  }
  return null;
}
