import type { BenefitBook } from "@/lib/benefits";
import { assert } from "@/lib/core/assert";
import { addDays } from "@/lib/core/calendar";
import type { PointTypeDto } from "@/lib/programs";
import {
  capsOf,
  type DecisionOutcome,
  type Desk,
  type Details,
  lastDay,
  type Movement,
  type Post,
  type PostedEntry,
  planReturn,
  planUndo,
  type ReturnedLineRow,
  ReturnRefused,
  type Subject,
  takenBackOf,
} from "@/lib/wallet";
import { quantitiesOf } from "../post-events/quantities";
import { takeBack } from "../post-events/take-back";
import { NotReversible } from "./not-reversible";
import type { Earning } from "./sql";

export type Undoing = {
  entry: PostedEntry;
  /** The purchase or event that earned what is undone, or of which a return is; null where no event did. */
  earning: Earning | null;
  reversalId: string;
  reason: string;
  graceDays: number;
  /** What the event gave besides points, where it is to be withdrawn; nothing in a preview. */
  benefits?: BenefitBook | null;
};

/** What undoing led to, beside the ledger. */
export type Undone = {
  /** Points taken back by campaign, and what limits count less; below zero where they are given back. */
  takenBack: NonNullable<DecisionOutcome["takenBack"]>;
  returnedLines: ReturnedLineRow[];
  /** What the statement keeps of it. */
  details: Details;
};

/**
 * Enters the line that undoes an entry, as things are now. An earning is taken back as far as it has not been,
 * as a return of everything would; a return gives back what it took, into the same lots; everything else is undone
 * transfer by transfer.
 * @throws NotReversible
 */
export function undoEntry(desk: Desk, undoing: Undoing): Undone {
  const { entry, earning, reversalId, reason } = undoing;
  const undone: Undone = { takenBack: [], returnedLines: [], details: {} };
  const subject: Subject = {
    type: "reversal",
    reason,
    of: entry.kind,
    causeId: entry.causeId,
    ...(entry.kind === "return" && earning !== null && { purchaseEventId: earning.eventId }),
  };
  desk.enterInParts({ causeId: reversalId, memberId: entry.memberId, subject }, (post) => {
    undone.details =
      entry.kind === "return"
        ? undoReturn(desk, undoing, post, undone)
        : earning === null
          ? undoTransfers(desk, undoing, post)
          : undoEarning(desk, undoing, post, undone);
    return undone.details;
  });
  return undone;
}

/** Undoes the entry's transfers, the last first: each sees what undoing the others left behind. */
function undoTransfers(desk: Desk, { entry, graceDays }: Undoing, post: Post): Details {
  const graceUntil = addDays(desk.today, graceDays);
  let late = 0;
  for (const transfer of [...entry.transfers].reverse()) {
    const terms = { state: "active", ...lastDay(desk.expiryOf(transfer.pointTypeNo), desk.today) } as const;
    const purse = desk.purseOf(entry.memberId, transfer.pointTypeNo);
    const movements = planUndo(purse, transfer, { today: desk.today, graceUntil, terms });
    post(movements, transfer.pointTypeNo);
    late += movements.reduce((sum, movement) => sum + (isLate(movement) ? movement.amount : 0), 0);
  }
  return late > 0 ? { grace: { points: late, until: graceUntil } } : {};
}

function isLate(movement: Movement): boolean {
  return movement.kind === "reversal" && "expiresOn" in movement;
}

function undoEarning(desk: Desk, undoing: Undoing, post: Post, undone: Undone): Details {
  const { entry, earning } = undoing;
  assert(earning !== null, "an event earned it");
  const { eventId, outcome } = earning;
  const { takeBacks, lines } = returnOfTheRest(earning);
  const pointTypes = new Map<number, PointTypeDto>(
    desk.lane.pointTypes.map((pointType) => [pointType.pointTypeNo, pointType]),
  );
  const { taken, forgiven } = takeBack(desk.book, entry.memberId, takeBacks, pointTypes, post);
  undone.takenBack = takenBackOf(outcome, takeBacks, taken, true);
  undone.returnedLines = lines.map(({ line, quantityMilli, points }) => ({
    eventId,
    line,
    quantityMilli,
    points,
  }));
  const withdrawn = withdrawBenefits(desk, undoing, earning);
  return {
    takenBack: undone.takenBack,
    ...(forgiven > 0 && { forgiven }),
    ...(withdrawn.length > 0 && { withdrawn }),
  };
}

function withdrawBenefits(
  desk: Desk,
  { benefits, reversalId, entry: { memberId } }: Undoing,
  { eventId, outcome }: Earning,
): NonNullable<Details["withdrawn"]> {
  const names = new Map(outcome.campaigns.map(({ campaignId, name }) => [campaignId, name]));
  const cause = { causeId: reversalId, memberId, occurredAt: desk.now, chain: 0 };
  const told = benefits?.withdraw(cause, eventId) ?? [];
  return told.map((one) => ({ ...one, name: names.get(one.campaignId) ?? "A campaign" }));
}

/** @throws NotReversible when everything has come back already */
function returnOfTheRest({ eventId, payload, outcome, returned }: Earning) {
  const before = new Map([...returned].map(([line, { quantityMilli }]) => [line, quantityMilli]));
  const purchase = { eventId, quantities: quantitiesOf(payload), awards: outcome.awards, returned: before };
  try {
    return planReturn(purchase, "everything");
  } catch (error) {
    if (!(error instanceof ReturnRefused)) throw error;
    throw new NotReversible("Everything in this purchase was returned before: nothing is left to reverse.");
  }
}

function undoReturn(desk: Desk, undoing: Undoing, post: Post, undone: Undone): Details {
  const { entry, earning } = undoing;
  assert(earning !== null, "a return has a purchase");
  if (earning.isReversed) {
    throw new NotReversible("The purchase has been reversed since, so nothing of it can be given back.");
  }
  const lines = entry.outcome.returned;
  if (lines === undefined) {
    throw new NotReversible("This return does not say what came back. Adjust the member’s points instead.");
  }
  for (const { line, quantityMilli } of lines) {
    if (earning.returned.get(line)?.quantityMilli !== quantityMilli) {
      throw new NotReversible("More of the same goods came back later. Reverse the later return first.");
    }
  }
  undone.returnedLines = lines.map(({ line, before }) => ({ eventId: earning.eventId, line, ...before }));
  undone.takenBack = (entry.outcome.takenBack ?? []).map((back) => ({
    ...back,
    points: -back.points,
    caps: capsOf(back, earning.outcome.awards).map((cap) => ({ ...cap, used: -cap.used })),
  }));
  return { ...undoTransfers(desk, undoing, post), takenBack: undone.takenBack };
}
