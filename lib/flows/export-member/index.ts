import "server-only";

export { exportMember, readExportPage } from "./export-member";
export { exportResponse } from "./export-response";
