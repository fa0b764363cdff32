import "server-only";

export { findHistoryBreaks, type HistoryBreak } from "./find-breaks";
export { HistoryBook, type KnownHistory } from "./history-book";
export { type KeptCounters, keptCounters, wholeCounters } from "./kept-counters";
export { knownHistory, NO_HISTORY } from "./known-history";
export { recallHistory } from "./recall-history";
export { recount } from "./recount";
export { addHistory, deleteHistory, deleteHistoryBefore, type KeptRow } from "./sql";
