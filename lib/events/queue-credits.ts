import { sha256 } from "@/lib/core/hash";
import { newId } from "@/lib/core/ids";
import type { SqlTx } from "@/lib/db";
import type { StoredCredit } from "./schema";
import { type EventRow, insertEvents } from "./sql";

/** A line of a file of credits that is to be posted. */
export type Credit = Pick<StoredCredit, "source" | "id" | "reason" | "file" | "pointTypeNo" | "points"> & {
  memberId: string;
  lane: number;
};

/**
 * Queues credits for posting. Source and id name a credit once and for all: queued again, it is left out.
 */
export async function queueCredits(
  tx: SqlTx,
  programId: string,
  credits: readonly Credit[],
  now: Date,
): Promise<void> {
  await insertEvents(
    tx,
    programId,
    credits.map((credit) => toRow(credit, now)),
  );
}

function toRow({ memberId, lane, ...credit }: Credit, now: Date): EventRow {
  const stored: StoredCredit = { type: "credit", occurredAt: now.toISOString(), ...credit };
  const payload = JSON.stringify(stored);
  return {
    eventId: newId(),
    source: credit.source,
    externalId: credit.id,
    type: "credit",
    memberId,
    lane,
    occurredAt: now,
    receivedAt: now,
    payload,
    payloadHash: sha256(`${memberId}\n${payload}`).toString("hex"),
  };
}
