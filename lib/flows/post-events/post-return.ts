import type { ClaimedEvent } from "@/lib/events";
import { planReturn, ReturnRefused, toMilli } from "@/lib/wallet";
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
  for (const [campaignId, points] of taken) {
    desk.records.count(campaignId, -points, 0);
    const award = outcome.awards.find((candidate) => candidate.campaignId === campaignId);
    for (const { limitNo, windowStart } of award?.caps ?? []) {
      desk.records.changeCap({ campaignId, limitNo, memberId: event.memberId, windowStart }, -points);
    }
  }
  const names = new Map(outcome.campaigns.map(({ campaignId, name }) => [campaignId, name]));
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
        isComplete: quantities.every((bought, line) => purchase.returned.get(line) === bought),
      },
      campaigns: [],
      awards: [],
      takenBack: [...taken].map(([campaignId, points]) => ({
        campaignId,
        name: names.get(campaignId) ?? "Points",
        points,
      })),
      returned,
      debt: { paid: 0, made },
      ...(forgiven > 0 && { forgiven }),
      ...posting.others(),
    },
    -points,
    posting.result(),
  );
}

function purchaseOf(desk: SliceDesk, event: ClaimedEvent, { purchaseSource, purchaseId }: EventOf<"return">) {
  const purchase = desk.purchases.get(purchaseKey(purchaseSource, purchaseId));
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
