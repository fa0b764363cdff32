import type { ClaimedEvent } from "@/lib/events";
import { type DecisionOutcome, planReturn, ReturnRefused, takenBackOf, toMilli } from "@/lib/wallet";
import { EventPosting } from "./event-posting";
import { quantitiesOf } from "./quantities";
import type { SliceDesk } from "./slice-desk";
import { type EventOf, purchaseKey } from "./slice-state";
import { takeBack } from "./take-back";

/** Takes back what the returned lines of a purchase earned. */
export function postReturn(desk: SliceDesk, event: ClaimedEvent, payload: EventOf<"return">): void {
  const purchase = purchaseOf(desk, event, payload);
  const { outcome } = purchase;
  const quantities = quantitiesOf(purchase.payload);
  const { takeBacks, lines: returned } = planReturn(
    { eventId: purchase.eventId, quantities, awards: outcome.awards, returned: purchase.returned },
    payload.lines?.map(({ line, quantity }) => ({ line, quantityMilli: toMilli(quantity) })) ?? "everything",
  );
  const posting = new EventPosting(desk.book, event, desk.state.program.timeZone);
  const { taken, points, made, forgiven } = takeBack(
    desk.book,
    event.memberId,
    takeBacks,
    desk.pointTypes,
    (movements, pointTypeNo) => posting.post(movements, pointTypeNo),
  );

  const returnedBefore = new Map(purchase.returned);
  for (const { line, quantityMilli, points } of returned) {
    purchase.returned.set(line, quantityMilli);
    desk.records.setReturnedLine({ eventId: purchase.eventId, line, quantityMilli, points });
  }
  const bought = { type: "purchase", occurredAt: purchase.occurredAt, payload: purchase.payload };
  desk.history.countReturn(event.memberId, bought, returnedBefore, purchase.returned);
  const isComplete = quantities.every((bought, line) => purchase.returned.get(line) === bought);
  const takenBack = takenBackOf(outcome, takeBacks, taken, isComplete);
  const withdrawn = isComplete ? withdrawBenefits(desk, event, purchase) : [];
  for (const { campaignId, points: gone, caps = [] } of takenBack) {
    desk.records.count(campaignId, -gone, 0);
    for (const cap of caps) desk.records.changeLimit(campaignId, event.memberId, { ...cap, used: -cap.used });
  }
  const { amountMinor, currency, store } = purchase.payload;
  desk.records.record(
    event,
    {
      subject: {
        type: "return",
        purchaseEventId: purchase.eventId,
        amountMinor,
        currency,
        store,
        isComplete,
      },
      campaigns: [],
      awards: [],
      takenBack,
      returned,
      debt: { paid: 0, made },
      ...(forgiven > 0 && { forgiven }),
      ...(withdrawn.length > 0 && { withdrawn }),
      ...posting.others(),
    },
    -points,
    posting.result(),
  );
}

/** What the purchase gave besides points goes with the last of it. */
function withdrawBenefits(
  desk: SliceDesk,
  { eventId: causeId, memberId, occurredAt }: ClaimedEvent,
  { eventId, outcome }: { eventId: string; outcome: DecisionOutcome },
): NonNullable<DecisionOutcome["withdrawn"]> {
  if (outcome.benefits === undefined) return [];
  const names = new Map(outcome.campaigns.map(({ campaignId, name }) => [campaignId, name]));
  return desk.benefits
    .withdraw({ causeId, memberId, occurredAt, chain: 0 }, eventId)
    .map((told) => ({ ...told, name: names.get(told.campaignId) ?? "A campaign" }));
}

function purchaseOf(desk: SliceDesk, event: ClaimedEvent, { purchaseSource, purchaseId }: EventOf<"return">) {
  const purchase = desk.purchaseOf(purchaseKey(purchaseSource, purchaseId));
  if (purchase === undefined || purchase.memberId !== event.memberId) {
    // Somebody else's purchase looks as if it did not exist.
    throw new ReturnRefused(
      "purchase_not_found",
      `The member has no purchase “${purchaseId}” from “${purchaseSource}”. If it arrives later, retry the return.`,
    );
  }
  const { outcome } = purchase;
  if (outcome === null) {
    throw new ReturnRefused(
      "purchase_not_posted",
      `The purchase “${purchaseId}” has not been posted. Retry the return when it has.`,
    );
  }
  return { ...purchase, outcome };
}
