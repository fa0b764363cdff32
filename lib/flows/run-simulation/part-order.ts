import type { ReplaySummary } from "@/lib/simulations";
import type { ReplayOrder } from "./replay-part";

/** What a thread is given to do. */
export type PartOrder = ReplayOrder & {
  part: number;
  parts: number;
  /** Of the others' transaction, by PostgreSQL's name for it. */
  snapshot: string;
  /** Of the parts' board. */
  memory: SharedArrayBuffer;
};

/** What a thread says in the end: what it found, or that the connection to the database was lost. */
export type PartAnswer = { summary: ReplaySummary } | { unavailable: string };
