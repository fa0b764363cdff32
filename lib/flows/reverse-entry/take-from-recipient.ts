import { Conflict } from "@/lib/core/errors";
import { type Desk, type Movement, type PostedEntry, planTakeBack } from "@/lib/wallet";

/**
 * Takes all of the points of a transfer, from the lots that arrived and then from others; or none.
 * @param arrival the recipient's line
 * @throws Conflict `recipient_has_spent`
 */
export function takeFromRecipient(desk: Desk, arrival: PostedEntry): Movement[] {
  const purse = desk.purseOf(arrival.memberId);
  const takeBacks = arrival.transfers.map(({ transferNo, amount, lotNo }) => ({
    campaignId: String(transferNo),
    points: amount,
    lot: lotNo === null ? null : { lotNo },
  }));
  const { movements, forgiven } = planTakeBack(purse, takeBacks, "within_balance");
  if (forgiven > 0) {
    const missing = `${forgiven.toLocaleString("en")} of the points`;
    throw new Conflict(
      "recipient_has_spent",
      `The recipient no longer has ${missing}, so the transfer stands.`,
    );
  }
  return movements.flatMap((movement): Movement[] => {
    if (movement.kind !== "return") return [];
    const sides = { debit: "available", credit: "clearing" } as const;
    const { amount, lot, campaignId } = movement;
    return [{ kind: "reversal", campaignId: null, amount, ...sides, reverses: Number(campaignId), lot }];
  });
}
