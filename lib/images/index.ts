import "server-only";

export { copyImage } from "./copy-image";
export { drawImageIcon } from "./draw-icon";
export { type ImageRow, toImageDto } from "./image-row";
export { listStoredImages } from "./list-stored-images";
export { openRendition } from "./open-rendition";
export { findImages, findImagesByContent, type PlacedImage, readImage } from "./queries";
export { removeImage, removeRenditions } from "./remove-image";
export type * from "./schema";
export { uploadImage } from "./upload-image";
