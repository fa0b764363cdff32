import type { ProgramDto } from "@/lib/programs";
import type { PastEntry, PastMember, Person, SimulationRequest } from "@/lib/simulations";

/** A member whom the past tells of, and who they are in the replay; null: they have no part in it. */
export type Met = { member: PastMember; person?: Person | null };

/** Entries with whom they are about, in the order of posting: by instant, then by lane. Pools are nobody. */
export type PastBatch = { entry: PastEntry; met: Met | undefined; postedOn: Date; lane: number }[];

export type PastLength = {
  /** How many entries there are, of all parts. */
  entries: number;
  /** When the first of the period was posted; null: whenever that is met. */
  turnsAt: Date | null;
};

/** What a simulation goes through, wherever it comes from. */
export type PastSource = PastLength & {
  /** What the report is about: from the first instant to, and not including, the last. */
  from: Date;
  to: Date;
  /** Whether goods of a purchase come back, by `purchaseKey`. */
  willReturn: (key: string) => boolean;
  /** Ids of events that were reversed by hand. */
  undone: ReadonlySet<string>;
  /** Whether anything is taken back at all. */
  comesBack: boolean;
  batches: AsyncIterable<PastBatch>;
  /** What of a file could not be read as an event. */
  refused: number;
};

/** Members by their lanes: every `parts`-th lane, from the lane of this part's number on. */
export type Share = { part: number; parts: number };

export type SourceContext = {
  program: ProgramDto;
  request: SimulationRequest;
  /** Of an uploaded file. */
  fileKey: string | null;
  now: Date;
  /** Whose past, where it is replayed in parts. */
  share: Share | null;
  /** Of history, where it has been measured already. */
  length: PastLength | null;
  /** The rules in force, for events that were never posted. */
  ruleSetVersion: number;
};

/** Of what was never posted, nothing has been reversed. */
export const NOTHING_UNDONE: ReadonlySet<string> = new Set();
