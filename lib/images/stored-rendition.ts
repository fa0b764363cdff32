import type { ImageFormat } from "./render-image";

export const CONTENT_TYPES: Record<ImageFormat, string> = {
  avif: "image/avif",
  webp: "image/webp",
  png: "image/png",
  jpeg: "image/jpeg",
};

/** Where a rendition lies in the storage. The id is used once, so what lies there never changes. */
export function renditionKey(programId: string, imageId: string, width: number, format: ImageFormat): string {
  return `images/${programId}/${imageId}/${width}.${format}`;
}
