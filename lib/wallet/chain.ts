import { createHash } from "node:crypto";
import type { Transfer } from "./ledger-plan";

/**
 * The hash of a block: SHA-256 over the hash before it and the block's transfers, one line of text each. Whoever
 * changes, drops or swaps a transfer changes the hash, and with it every block after.
 */
export function blockHash(
  previous: Uint8Array,
  place: { programId: string; lane: number; blockNo: number },
  transfers: readonly Transfer[],
  postedAt: Date,
): Buffer {
  const hash = createHash("sha256").update(previous);
  const posted = postedAt.toISOString();
  let text = `${place.programId}|${place.lane}|${place.blockNo}\n`;
  for (const transfer of transfers) text += `${canonicalTransfer(transfer)}|${posted}\n`;
  return hash.update(text).digest();
}

function canonicalTransfer(transfer: Transfer): string {
  const { transferNo, memberId, debitAccount, creditAccount, amount, kind, causeId } = transfer;
  const { campaignId, lotNo, balanceAfter, occurredAt, pointTypeNo } = transfer;
  return (
    `${transferNo}|${memberId}|${debitAccount}|${creditAccount}|${amount}|${kind}|${causeId}|` +
    `${campaignId ?? ""}|${lotNo ?? ""}|${balanceAfter}|${occurredAt.toISOString()}` +
    // The spendable type goes without saying: blocks sealed before there were others stay as they are.
    (pointTypeNo === 1 ? "" : `|${pointTypeNo}`)
  );
}
