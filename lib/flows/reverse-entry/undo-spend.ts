import type { Ctx } from "@/lib/auth/context";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { readProgram } from "@/lib/programs";
import { type Desk, insertReversedEntry, type PostedEntry, type ReversalPreview } from "@/lib/wallet";
import { measure } from "./measure";
import { requireReversible } from "./not-reversible";
import { undoEntry } from "./undo-entry";

/**
 * Undoes what a redemption spent, for the redemption that is taken back, at a desk that was opened with the lots that
 * it drew from: what came from a lot goes back to it, with the program's grace where its last day is over.
 * @returns what it changes for the member
 * @throws AlreadyReversed
 */
export async function undoSpend(
  tx: Tx,
  ctx: Ctx,
  desk: Desk,
  entry: PostedEntry,
  reason: string,
): Promise<ReversalPreview> {
  const { reversalId, preview } = await undoneSpend(tx, ctx, desk, entry, reason);
  const reversedAt = ctx.clock.now();
  await insertReversedEntry(tx, ctx.programId, { causeId: entry.causeId, reversalId, reversedAt });
  return preview;
}

/** What that would change, at a desk that writes nothing. */
export async function previewUndoSpend(
  tx: Tx,
  ctx: Ctx,
  desk: Desk,
  entry: PostedEntry,
): Promise<ReversalPreview> {
  return (await undoneSpend(tx, ctx, desk, entry, "")).preview;
}

async function undoneSpend(tx: Tx, ctx: Ctx, desk: Desk, entry: PostedEntry, reason: string) {
  requireReversible(entry);
  const { locale, pointType, ledgerPolicy } = await readProgram(ctx.programId, tx);
  const wording = { locale, pointName: pointType.name };
  const undoing = { entry, earning: null, reversalId: newId(), reason, graceDays: ledgerPolicy.graceDays };
  const { preview } = measure(desk, { entry, wording }, () => undoEntry(desk, undoing));
  return { reversalId: undoing.reversalId, preview };
}
