import "server-only";

export { dropCounters } from "./drop-counters";
export { keepPreparing } from "./keep-preparing";
export { prepareAtOnce } from "./prepare-at-once";
export { prepareHistory } from "./prepare-history";
export { prepareNext } from "./prepare-next";
export { pruneHistory } from "./prune-history";
export { type RebuildProgress, rebuildHistory } from "./rebuild-history";
