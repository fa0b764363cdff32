import type { ImageFormat } from "./render-image";

export const CONTENT_TYPES: Record<ImageFormat, string> = {
  avif: "image/avif",
  webp: "image/webp",
  png: "image/png",
  jpeg: "image/jpeg",
};

/** What the keys of all renditions begin with. */
export const IMAGE_KEYS = "images/";

/** Where a rendition lies in the storage. The id is used once, so what lies there never changes. */
export function renditionKey(programId: string, imageId: string, width: number, format: ImageFormat): string {
  return `${IMAGE_KEYS}${programId}/${imageId}/${width}.${format}`;
}
