import "server-only";

export { makeCode, readMadeCode } from "./code-pattern";
export { type TakenCode, takeCode } from "./code-sql";
export { examineReward, priceFor, type Refusal, type RewardSeeker } from "./examine-reward";
export { type RewardRow, rewardForRedemption } from "./reward-row";
export type * from "./schema";
export { giveStockBack, takeStock } from "./stock-sql";
