import "server-only";

export { chooseConsent } from "./choose-consent";
export { readPurposes, wordingOf } from "./purposes";
export { listConsentHistory, listConsents } from "./queries";
export type * from "./schema";
export { setPurposes } from "./set-purposes";
