import { type Classification, ofMember } from "./classification";

/** What members did, as it was told to the program. */
export const EVENTS: Record<string, Classification> = {
  event: {
    of: ofMember,
    export: {
      as: "events",
      columns: ["event_id", "source", "external_id", "type", "occurred_at", "received_at", "payload"],
    },
    // A hash of the payload would let whoever guesses it find out that they were right; it goes as well.
    erase: { external_id: "replace", payload: "replace", payload_hash: "replace" },
    stays: { source: "the name of the system that sent it", type: "the name of a kind of event" },
  },
  dead_letter: {
    of: { table: "event", key: "event_id", columns: ["member_id"] },
    export: { as: "failedEvents", columns: ["event_id", "code", "failed_at"] },
    erase: { message: "blank" },
    stays: { code: "one of the codes of what can fail" },
  },
  queue: { why: "Ids of events that wait.", words: [] },
  history: {
    of: ofMember,
    export: {
      as: "history",
      columns: ["counter_no", "day", "value", "events", "amount_minor", "quantity_milli"],
    },
    erase: "rows",
  },
  counter: { why: "What campaigns count.", words: ["key", "spec"] },
};
