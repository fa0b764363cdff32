import "server-only";

export { openRendition } from "./open-rendition";
export { findImages, readImage } from "./queries";
export type * from "./schema";
export { uploadImage } from "./upload-image";
