import type { ClaimedEvent } from "@/lib/events";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs";
import { planReturn, planTakeBack, ReturnRefused, toMilli } from "@/lib/wallet";
import { EventPosting } from "./event-posting";
import { type SliceDesk, sumOf } from "./slice-desk";
import { type EventOf, purchaseKey } from "./slice-state";
import { takeBackGroups } from "./take-back-groups";

/** Takes back what the returned lines of a purchase earned. */
export function postReturn(desk: SliceDesk, event: ClaimedEvent, payload: EventOf<"return">): void {
  const purchase = purchaseOf(desk, event, payload);
  const { outcome } = purchase;
  const { lines } = purchase.payload;
  const quantities = lines.length === 0 ? [1_000] : lines.map((line) => toMilli(line.quantity));
  const { takeBacks, lines: returned } = planReturn(
    { eventId: purchase.eventId, quantities, awards: outcome.awards, returned: purchase.returned },
    payload.lines?.map(({ line, quantity }) => ({ line, quantityMilli: toMilli(quantity) })) ?? "everything",
  );
  const posting = new EventPosting(desk.book, event, desk.state.program.timeZone);
  const taken = new Map<string, number>();
  let points = 0;
  let made = 0;
  let forgiven = 0;
  for (const { pointTypeNo, policy, own } of takeBackGroups(takeBacks, desk.pointTypes)) {
    const plan = planTakeBack(desk.book.purseOf(event.memberId, pointTypeNo), own, policy);
    posting.post(plan.movements, pointTypeNo);
    for (const { campaignId, amount } of plan.movements) {
      if (campaignId !== null) taken.set(campaignId, (taken.get(campaignId) ?? 0) + amount);
    }
    if (pointTypeNo !== SPENDABLE_POINT_TYPE) continue;
    points += plan.movements.reduce((sum, { amount }) => sum + amount, 0);
    made += sumOf(plan.movements, "debt");
    forgiven += plan.forgiven;
  }

  for (const { line, quantityMilli, points } of returned) {
    purchase.returned.set(line, quantityMilli);
    desk.records.setReturnedLine({ eventId: purchase.eventId, line, quantityMilli, points });
  }
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
