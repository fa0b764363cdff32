import "server-only";

export { createTier } from "./create-tier";
export { orderTiers } from "./order-tiers";
export { listTierNames, listTiers, readTierNames } from "./queries";
export { removeTier } from "./remove-tier";
export { renameTier } from "./rename-tier";
export type * from "./schema";
