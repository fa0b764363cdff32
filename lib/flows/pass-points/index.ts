import "server-only";

export { contributeNow, dissolveNow, payOutNow } from "./pass-through-pool-now";
export { sendPointsNow } from "./send-points-now";
