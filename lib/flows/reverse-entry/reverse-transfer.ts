import type { Ctx } from "@/lib/auth/context";
import { addDays } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { queueRestoration } from "@/lib/events";
import {
  atDesk,
  insertReversedEntry,
  lookAhead,
  type PostedEntry,
  type ReversalPreview,
  readEntry,
} from "@/lib/wallet";
import { measure, type Wording } from "./measure";
import { NotReversible } from "./not-reversible";
import { readTransferEnds } from "./sql";
import { takeFromRecipient } from "./take-from-recipient";
import { undoEntry } from "./undo-entry";

type TransferReversal = {
  /** The sender's line. */
  entry: PostedEntry;
  reversalId: string;
  reason: string;
  graceDays: number;
  wording: Wording;
};

/**
 * Takes the points of a transfer from whoever got them and queues them for the sender's lane, where they go back to
 * the lots that they came from: the two lanes are never locked together.
 * @param requireUnreversed looks again, once others can no longer come between
 * @throws NotReversible; Conflict `recipient_has_spent`
 */
export async function reverseTransfer(
  tx: Tx,
  ctx: Ctx,
  reversal: TransferReversal,
  requireUnreversed: () => Promise<void>,
): Promise<ReversalPreview> {
  const { entry, reversalId, reason, graceDays } = reversal;
  const { programId } = ctx;
  const { arrival, party } = await findArrival(tx, programId, entry);
  const preview = await previewAtSender(tx, ctx, reversal);
  await atDesk(tx, ctx, party, async (desk) => {
    await requireUnreversed();
    const causeId = newId();
    desk.enter({
      causeId,
      memberId: arrival.memberId,
      subject: { type: "reversal", reason, of: arrival.kind, causeId: arrival.causeId },
      movements: takeFromRecipient(desk, arrival),
    });
    await insertReversedEntry(tx, programId, {
      causeId: arrival.causeId,
      reversalId: causeId,
      reversedAt: desk.now,
    });
    await queueRestoration(tx, programId, {
      eventId: reversalId,
      to: { partyId: entry.memberId, lane: entry.lane },
      causeId: entry.causeId,
      reason,
      graceUntil: addDays(desk.today, graceDays),
      transfers: entry.transfers,
      now: desk.now,
    });
  });
  return preview;
}

/** @throws as reverseTransfer */
export async function previewTransferReversal(
  tx: Tx,
  ctx: Ctx,
  reversal: TransferReversal,
): Promise<ReversalPreview> {
  const { arrival, party } = await findArrival(tx, ctx.programId, reversal.entry);
  await lookAhead(tx, ctx, party, (desk) => takeFromRecipient(desk, arrival));
  return previewAtSender(tx, ctx, reversal);
}

async function findArrival(tx: Tx, programId: string, { causeId }: PostedEntry) {
  const ends = await readTransferEnds(tx, programId, causeId);
  const arrival = ends === null ? null : await readEntry(tx, programId, ends.arrivalId);
  if (ends === null || arrival === null) {
    throw new NotReversible("The points are still on their way. Try again in a moment.");
  }
  if (arrival.transfers.length === 0) {
    throw new NotReversible("The recipient had left the program, and the points came back.");
  }
  const party = {
    memberId: ends.recipientId,
    lane: ends.recipientLane,
    lotNumbers: arrival.transfers.flatMap(({ lotNo }) => lotNo ?? []),
  };
  return { arrival, party };
}

function previewAtSender(tx: Tx, ctx: Ctx, reversal: TransferReversal): Promise<ReversalPreview> {
  const { memberId, lane, transfers } = reversal.entry;
  const lotNumbers = transfers.flatMap(({ lotNo }) => lotNo ?? []);
  return lookAhead(tx, ctx, { memberId, lane, lotNumbers }, (desk) => {
    const undoing = { ...reversal, earning: null };
    return measure(desk, reversal, () => undoEntry(desk, undoing)).preview;
  });
}
