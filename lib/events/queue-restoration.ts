import { assert } from "@/lib/core/assert";
import { sha256 } from "@/lib/core/hash";
import type { Tx } from "@/lib/db";
import { OWN_SOURCE, type StoredRestoration } from "./schema";
import { insertEvents } from "./sql";

/** Points of a transfer that is undone, on their way back to their sender. */
export type Restoration = Pick<StoredRestoration, "causeId" | "reason" | "graceUntil"> & {
  /** The event's own, and with it that of the line that it leads to. */
  eventId: string;
  to: { partyId: string; lane: number };
  /** What the sender's line was posted as. */
  transfers: readonly StoredRestoration["transfers"][number][];
  now: Date;
};

/** Queues points for the lane of whoever had sent them, in the transaction that took them from the recipient. */
export async function queueRestoration(
  tx: Tx,
  programId: string,
  { eventId, to, causeId, reason, graceUntil, transfers, now }: Restoration,
): Promise<void> {
  const stored: StoredRestoration = {
    type: "restoration",
    id: `${causeId}:undone`,
    source: OWN_SOURCE,
    occurredAt: now.toISOString(),
    causeId,
    reason,
    graceUntil,
    transfers: transfers.map(({ transferNo, lotNo, amount }) => ({ transferNo, lotNo, amount })),
  };
  const payload = JSON.stringify(stored);
  const leftOut = await insertEvents(tx, programId, [
    {
      eventId,
      source: OWN_SOURCE,
      externalId: stored.id,
      type: stored.type,
      memberId: to.partyId,
      lane: to.lane,
      occurredAt: now,
      receivedAt: now,
      payload,
      payloadHash: sha256(`${to.partyId}\n${payload}`).toString("hex"),
    },
  ]);
  assert(leftOut.size === 0, "a transfer is undone once");
}
