import "server-only";

export { deliverCalls } from "./deliver-calls";
export { keepDelivering } from "./keep-delivering";
export { listCalls, readSecret } from "./queries";
export { retryCall } from "./retry-call";
export { rotateSecret } from "./rotate-secret";
export type * from "./schema";
