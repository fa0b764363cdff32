import "server-only";

export { cancelRedemption } from "./cancel-redemption";
export { expireRedemptions } from "./expire-redemptions";
export { failRedemption } from "./fail-redemption";
export { fulfilRedemption } from "./fulfil-redemption";
export { keepRedemptions } from "./keep-redemptions";
export { type EndingPreview, previewEnding } from "./preview-ending";
export { redeem } from "./redeem";
export { acceptRedemption, shipRedemption } from "./report-progress";
export { reverseRedemption } from "./reverse-redemption";
export { settleNotice, settlePayment } from "./settle-payment";
export { refreshPayment, startPayment } from "./start-payment";
export { takePartnerAnswer } from "./take-partner-answer";
export { endTestPayment, readTestPayment, type TestPayment } from "./test-payment";
