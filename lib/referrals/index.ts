import "server-only";

export { acceptInvitation } from "./accept-invitation";
export { keepRewarding } from "./keep-rewarding";
export { notePurchases } from "./note-purchases";
export { listReferrals, readPublicReferrals, readReferralPolicy } from "./queries";
export { readOwnReferrals } from "./read-own-referrals";
export { rewardReferrals } from "./reward-referrals";
export type * from "./schema";
export { setReferralPolicy } from "./set-referral-policy";
export { isAnybodyReferred, type PostedPurchase } from "./sql";
