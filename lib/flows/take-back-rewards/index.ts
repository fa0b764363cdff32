import "server-only";

export { keepTakingBack } from "./keep-taking-back";
export { takeBackRewards } from "./take-back-rewards";
