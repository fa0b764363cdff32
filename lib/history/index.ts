import "server-only";

export { HistoryBook } from "./history-book";
export { type KeptCounters, keptCounters, wholeCounters } from "./kept-counters";
export { openHistoryBook } from "./open-history-book";
export { recount } from "./recount";
export { addHistory, deleteHistory, type KeptRow } from "./sql";
