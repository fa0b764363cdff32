import "server-only";

export { readOverview } from "./queries";
export type * from "./schema";
