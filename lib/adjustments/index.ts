import "server-only";

export { approveAdjustment } from "./approve-adjustment";
export { countWaiting, listAdjustments, readAdjustment, readAloneStanding } from "./queries";
export { rejectAdjustment } from "./reject-adjustment";
export { requestAdjustment } from "./request-adjustment";
export type * from "./schema";
export { withdrawAdjustment } from "./withdraw-adjustment";
