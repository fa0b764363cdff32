import "server-only";

export { type EarnedAtCounter, earnAtCounter, undoEarning } from "./earn-at-counter";
export { type CounterFind, identify } from "./identify";
export { listActions } from "./list-actions";
export { type CounterMember, openMember } from "./open-member";
export { redeemAtCounter } from "./redeem-at-counter";
export { type CounterActionDto, counterStore, earning, ticket } from "./schema";
export { deleteActionsBefore } from "./sql";
export { giveBackAtCounter, takeAtCounter } from "./take-voucher";
export { undoAction } from "./undo-action";
