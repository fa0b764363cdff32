import { assert } from "@/lib/core/assert";
import { sha256 } from "@/lib/core/hash";
import { newId } from "@/lib/core/ids";
import type { SqlTx } from "@/lib/db";
import { OWN_SOURCE, type StoredArrival } from "./schema";
import { type EventRow, insertEvents } from "./sql";

/** Points that have left one party and are to reach another. */
export type Arrival = Pick<StoredArrival, "subject" | "lots" | "sender"> & {
  /** Of the operation that sends them: one of them arrives once, however often it is queued. */
  id: string;
  to: { partyId: string; lane: number };
};

/**
 * Queues points for the lane of whoever gets them, in the transaction that took them from the sender: they leave
 * and arrive both, or neither.
 * @returns the ids of the events that will bring them, in order
 */
export async function queueArrivals(
  tx: SqlTx,
  programId: string,
  arrivals: readonly Arrival[],
  now: Date,
): Promise<string[]> {
  const rows = arrivals.map((arrival) => toRow(arrival, now));
  const leftOut = await insertEvents(tx, programId, rows);
  assert(leftOut.size === 0, "each operation sends its points once");
  return rows.map(({ eventId }) => eventId);
}

function toRow({ id, to, subject, lots, sender }: Arrival, now: Date): EventRow {
  const stored: StoredArrival = {
    type: "arrival",
    id,
    source: OWN_SOURCE,
    occurredAt: now.toISOString(),
    subject,
    lots,
    ...(sender && { sender }),
  };
  const payload = JSON.stringify(stored);
  return {
    eventId: newId(),
    source: OWN_SOURCE,
    externalId: id,
    type: "arrival",
    memberId: to.partyId,
    lane: to.lane,
    occurredAt: now,
    receivedAt: now,
    payload,
    payloadHash: sha256(`${to.partyId}\n${payload}`).toString("hex"),
  };
}
