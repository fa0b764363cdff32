import "server-only";

export { deleteSegment } from "./delete-segment";
export { removeTier } from "./remove-tier";
