import type { EngineMember } from "@/lib/campaigns/engine";
import type { StoredCustom, StoredPurchase, StoredReturn } from "@/lib/events";

type PastEvent<Payload> = {
  kind: "event";
  /** The event's own id, or a name for one that is in no database. */
  eventId: string;
  occurredAt: Date;
  /** The rule set under which it was posted; 0: none. */
  ruleSetVersion: number;
  payload: Payload;
  /** What the ledger has for it, in spendable points; null where it was never posted. */
  points: number | null;
};

/** A purchase or a custom event: what campaigns may give something for. */
export type Occasion = PastEvent<StoredPurchase | StoredCustom>;
export type ReturnEvent = PastEvent<StoredReturn>;

/** Something else that moved a member's spendable points: a spend, a hold, a credit, a transfer. */
export type PastMovement = {
  kind: "movement";
  /** `spend`, `expiry`, … as decisions name it. */
  cause: string;
  occurredAt: Date;
  /** Change of the available points, and of those set aside. */
  available: number;
  held: number;
  /** What of it paid debts, or made one. */
  paid: number;
  owed: number;
  /** The purchase or custom event that it reverses: limits, budgets and history go back with it. */
  undoes?: string | undefined;
};

/** What happened, in the order in which it was posted. */
export type PastEntry = Occasion | ReturnEvent | PastMovement;

export function isReturn(entry: Occasion | ReturnEvent): entry is ReturnEvent {
  return entry.payload.type === "return";
}

/** A member as they are now: what profiles were at the time is not kept. */
export type PastMember = EngineMember;
