import "server-only";

export { Cache } from "./cache";
export { caching, startCaching, stopCaching } from "./caching";
export { sharedLimiter } from "./limiter";
export { programChanged } from "./program-changed";
