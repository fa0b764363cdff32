import "server-only";

export { approveAdjustment } from "./approve-adjustment";
export { OwnRequest } from "./errors";
export { countWaiting, listAdjustments, readAdjustment } from "./queries";
export { rejectAdjustment } from "./reject-adjustment";
export { requestAdjustment } from "./request-adjustment";
export { requireOtherPerson } from "./require-other";
export type * from "./schema";
export { withdrawAdjustment } from "./withdraw-adjustment";
