import { type Classification, ofMember } from "./classification";

/** Files on their way in, and what is kept of requests for a day. */
export const JOBS: Record<string, Classification> = {
  import: {
    why: "A file, which is handled as a file.",
    words: ["file_name", "file_hash", "file_key", "layout", "mapping", "error"],
  },
  import_line: {
    mentions: "Lines of files, by the member's numbers as the file has them.",
    erase: "rows",
  },
  import_basket: { why: "Keys of baskets until they are events.", words: ["basket_key"] },
  import_reject: { mentions: "Lines of files that were refused.", erase: "rows" },
  credit_job: {
    why: "A file, which is handled as a file.",
    words: [
      "file_name",
      "file_hash",
      "file_key",
      "layout",
      "reason",
      "uploaded_by",
      "confirmed_by",
      "approved_by",
      "decision_note",
      "error",
    ],
  },
  credit_line: {
    of: ofMember,
    export: { as: "creditsUnderWay", columns: ["job_id", "line_no", "points", "reason"] },
    erase: "rows",
  },
  credit_reject: { mentions: "Lines of files that were refused.", erase: "rows" },
  simulation: {
    mentions: "A single basket that was tried for the member; other requests and reports have ids alone.",
    erase: "rows",
  },
  simulation_example: { mentions: "Single events with who they were of.", erase: "rows" },
  idempotency: {
    mentions: "Answers that are kept for a day, by the member's ids and numbers.",
    erase: "rows",
  },
  outbox: {
    mentions: "Announcements of a day, by the member's id.",
    erase: { payload: "replace" },
    stays: { topic: "the name of an announcement" },
  },
  audit: {
    mentions: "What was done with the member, by their id.",
    erase: { detail: "replace" },
    stays: {
      actor: "an id",
      action: "the name of what was done",
      target: "an id",
      request_id: "an id",
    },
  },
  verification: {
    why: "What does not hold in the ledger, by ids.",
    words: ["started_by", "findings", "broken", "counts", "heads", "error"],
  },
};
