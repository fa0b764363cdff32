import "server-only";

export { type EarnedAtCounter, earnAtCounter, undoEarning } from "./earn-at-counter";
export { type CounterFind, identify } from "./identify";
export { type CounterMember, openMember } from "./open-member";
export { redeemAtCounter } from "./redeem-at-counter";
export { counterStore, earning, ticket } from "./schema";
