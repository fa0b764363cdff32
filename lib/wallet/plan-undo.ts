import { assert, present } from "@/lib/core/assert";
import type { Day } from "@/lib/core/calendar";
import {
  hasLapsed,
  type LotRef,
  type LotTerms,
  type Movement,
  type MovementKind,
  type Purse,
  planTakeBack,
  type Side,
} from "./posting";

/** A transfer as it was posted. */
export type PostedTransfer = {
  transferNo: number;
  kind: MovementKind;
  pointTypeNo: number;
  amount: number;
  debit: Side;
  credit: Side;
  lotNo: number | null;
  campaignId: string | null;
};

export type UndoTerms = {
  today: Day;
  /** The last day of points that are restored after their own. */
  graceUntil: Day;
  /** Of points that have no lot to go back to. */
  terms: Extract<LotTerms, { state: "active" }>;
};

/**
 * Undoes one transfer as things are now. What was drawn from a lot goes back to that lot, which gets some days of
 * grace where its last day is over. What was credited is taken from its lot, then from the others, and what is
 * missing becomes a debt. A debt that was made is forgiven; what has been paid of it comes back as points.
 */
export function planUndo(purse: Purse, transfer: PostedTransfer, context: UndoTerms): Movement[] {
  switch (transfer.kind) {
    case "earn":
    case "credit":
      return takeFromLots(purse, transfer);
    case "debt_payment":
      return [reversalOf(transfer, transfer.amount, null)];
    case "debt":
      return forgive(purse, transfer, context);
    case "return":
    case "spend":
    case "expire":
    case "debit":
    case "transfer_out":
      return [refill(purse, transfer, context)];
    case "activate":
    case "transfer_in":
    case "reversal":
      return assert(false, `a transfer of kind ${transfer.kind} is not undone by itself`) as never;
  }
}

/** The two sides of a transfer the other way round. */
function reversalOf(
  { transferNo, debit, credit, campaignId }: PostedTransfer,
  amount: number,
  lot: LotRef | null,
): Extract<Movement, { kind: "reversal"; lot: LotRef | null }> {
  return { kind: "reversal", campaignId, amount, debit: credit, credit: debit, reverses: transferNo, lot };
}

function takeFromLots(purse: Purse, transfer: PostedTransfer): Movement[] {
  const { amount, lotNo, campaignId } = transfer;
  const lot = { lotNo: present(lotNo, "a credit opens a lot") };
  const { movements } = planTakeBack(purse, [{ campaignId: campaignId ?? "", points: amount, lot }], "debt");
  return movements.map((movement): Movement => {
    if (movement.kind !== "return") {
      return { ...reversalOf(transfer, movement.amount, null), debit: "debt", credit: transfer.debit };
    }
    const isPending = lotOf(purse, movement.lot).waiting !== null;
    return {
      ...reversalOf(transfer, movement.amount, movement.lot),
      debit: isPending ? "pending" : "available",
    };
  });
}

function refill(purse: Purse, transfer: PostedTransfer, { today, graceUntil }: UndoTerms): Movement {
  const ref = { lotNo: present(transfer.lotNo, "a debit draws from a lot") };
  const lot = lotOf(purse, ref);
  const movement = {
    ...reversalOf(transfer, transfer.amount, ref),
    credit: lot.waiting === null ? "available" : "pending",
  } as const;
  const isOver = lot.waiting === null && (transfer.kind === "expire" || hasLapsed(lot, purse, today));
  return isOver ? { ...movement, expiresOn: graceUntil } : movement;
}

function forgive({ owed }: Purse, transfer: PostedTransfer, { terms }: UndoTerms): Movement[] {
  const { transferNo, amount, campaignId } = transfer;
  const open = Math.min(owed, amount);
  const movements: Movement[] = [];
  if (open > 0) movements.push(reversalOf(transfer, open, null));
  if (amount > open) {
    const sides = { debit: "returned", credit: "available" } as const;
    movements.push({
      kind: "reversal",
      campaignId,
      amount: amount - open,
      ...sides,
      reverses: transferNo,
      terms,
    });
  }
  return movements;
}

function lotOf({ lots }: Purse, { lotNo }: LotRef) {
  return present(
    lots?.find((lot) => lot.lotNo === lotNo),
    "the lots of what is undone were loaded",
  );
}
