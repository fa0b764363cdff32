import "server-only";

export { drawImageIcon } from "./draw-icon";
export { type ImageRow, toImageDto } from "./image-row";
export { openRendition } from "./open-rendition";
export { findImages, readImage } from "./queries";
export type * from "./schema";
export { uploadImage } from "./upload-image";
