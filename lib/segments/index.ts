import "server-only";

export { addToSegment } from "./add-to-segment";
export { createSegment } from "./create-segment";
export { deleteSegment } from "./delete-segment";
export { listSegmentMembers, listSegments, listSegmentsOf, readSegment, readSegmentCodes } from "./queries";
export { removeFromSegment } from "./remove-from-segment";
export type * from "./schema";
export { deleteMemberships, insertMemberships, keyOf, loadSegments, type Membership } from "./sql";
export { updateSegment } from "./update-segment";
