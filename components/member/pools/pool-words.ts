import type { PoolKind } from "@/lib/pools/schema";

/** What each kind of pool is called. */
export const POOL_WORDS: Record<PoolKind, string> = { household: "Household", team: "Team" };
