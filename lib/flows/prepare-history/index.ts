import "server-only";

export { dropCounters } from "./drop-counters";
export { keepPreparing } from "./keep-preparing";
export { prepareHistory } from "./prepare-history";
export { rebuildHistory } from "./rebuild-history";
