import type { StoredPurchase } from "@/lib/events";
import type { DecisionOutcome } from "@/lib/wallet";

/** A purchase that an event of the slice returns something of. */
export type KnownPurchase = {
  eventId: string;
  memberId: string;
  occurredAt: Date;
  payload: StoredPurchase;
  /** Null until the purchase is posted. */
  outcome: DecisionOutcome | null;
  /** What came back before, by line, in thousandths of a piece. */
  returned: Map<number, number>;
};
