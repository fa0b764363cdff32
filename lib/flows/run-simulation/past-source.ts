import type { ProgramDto } from "@/lib/programs";
import type { PastEntry, SimulationRequest } from "@/lib/simulations";

/** Entries with whom they are about, in the order of posting. */
export type PastBatch = { entry: PastEntry; memberId: string; postedOn: Date }[];

/** What a simulation goes through, wherever it comes from. */
export type PastSource = {
  /** How many entries there are. */
  entries: number;
  /** What the report is about: from the first instant to, and not including, the last. */
  from: Date;
  to: Date;
  /** Whether goods of a purchase come back, by `purchaseKey`. */
  willReturn: (key: string) => boolean;
  /** Ids of events that were reversed by hand. */
  undone: ReadonlySet<string>;
  batches: AsyncIterable<PastBatch>;
  /** What of a file could not be read as an event. */
  refused: number;
};

export type SourceContext = {
  program: ProgramDto;
  request: SimulationRequest;
  /** Of an uploaded file. */
  fileKey: string | null;
  now: Date;
  /** The rules in force, for events that were never posted. */
  ruleSetVersion: number;
};

/** Of what was never posted, nothing has been reversed. */
export const NOTHING_UNDONE: ReadonlySet<string> = new Set();
