import "server-only";

export { acceptInvitation } from "./accept-invitation";
export { keepRewarding } from "./keep-rewarding";
export { notePurchases } from "./note-purchases";
export { noteReturns } from "./note-returns";
export { listReferrals, readPublicReferrals, readReferralPolicy } from "./queries";
export { readOwnReferrals } from "./read-own-referrals";
export { CREDIT_SOURCE, creditId, type RewardedRole, rewardReferrals } from "./reward-referrals";
export type * from "./schema";
export { setReferralPolicy } from "./set-referral-policy";
export { closeTakenBack, isNoLongerEarned, keepReward } from "./settle-returned";
export { isAnybodyReferred, listReturnedReferrals, type PostedPurchase, type ReturnedReferral } from "./sql";
