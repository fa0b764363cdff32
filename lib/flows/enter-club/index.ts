import "server-only";

export { confirmEmailChange, requestEmailChange } from "./change-email";
export { type Entered, enterWithCode } from "./enter-with-code";
export { requestJoin, requestLeavingCode, requestSignInCode, resendEntryCode } from "./request-entry";
export { joinWish } from "./schema";
