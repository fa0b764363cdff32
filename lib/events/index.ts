import "server-only";

export { acceptEvents } from "./accept-events";
export { type EventDraft, examineItem } from "./examine-item";
export { intakeRows } from "./intake-rows";
export { listStores } from "./list-stores";
export {
  type DeadLetterDto,
  type EventDetail,
  type EventSummary,
  listDeadLetters,
  listEvents,
  readEvent,
} from "./queries";
export { type Arrival, queueArrivals } from "./queue-arrivals";
export { type Credit, queueCredits } from "./queue-credits";
export { queueRestoration } from "./queue-restoration";
export { type ClaimedEvent, claimQueued, dropQueued } from "./queue-sql";
export { retryDeadLetters } from "./retry-dead-letters";
export type * from "./schema";
export { settleKnown } from "./settle-known";
export { type DeadLetterRow, type EventRow, insertDeadLetters, insertEvents } from "./sql";
export { suggestValues } from "./suggestions";
