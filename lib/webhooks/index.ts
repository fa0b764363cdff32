import "server-only";

export { delayAfter, deliverCalls, outcomeOf } from "./deliver-calls";
export { keepDelivering } from "./keep-delivering";
export { listCalls, readSecret } from "./queries";
export { retryCall } from "./retry-call";
export { rotateSecret } from "./rotate-secret";
export type * from "./schema";
export { drawSecret } from "./secrets";
export { sendCall } from "./send-call";
export { printSecret, signedHeaders } from "./signature";
