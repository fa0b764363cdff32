import type { Arrival, ClaimedEvent, StoredArrival } from "@/lib/events";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs";
import { decisionOutcome, type Movement, planEarning, termsOf } from "@/lib/wallet";
import { EventPosting } from "./event-posting";
import { type SliceDesk, sumOf } from "./slice-desk";
import type { EventOf } from "./slice-state";

/** The program's own events, which no caller sends: they bring what another lane or a file set under way. */

/**
 * Points that come from another member or a pool: lots with the last days that they had there. Where the recipient
 * has left meanwhile, they go back to the sender, and that is all that the event leads to.
 */
export function postArrival(
  desk: SliceDesk,
  event: ClaimedEvent,
  { subject, lots, sender }: EventOf<"arrival">,
): void {
  const goesBack = sender !== undefined && desk.state.departed.has(event.memberId);
  if (goesBack) desk.records.sendBack(arrivalBack(event, subject, lots, sender));
  const movements = goesBack ? [] : lots.map(toMovement);
  const posting = new EventPosting(desk.book, event, desk.state.program.timeZone);
  posting.post(movements);
  const outcome = decisionOutcome.parse({ subject, campaigns: [], awards: [], debt: { paid: 0, made: 0 } });
  desk.records.record(event, outcome, sumOf(movements, "transfer_in"), posting.result());
}

function toMovement({ points, expiresOn, sliding }: StoredArrival["lots"][number]): Movement {
  const terms = { state: "active", expiresOn, sliding } as const;
  return { kind: "transfer_in", amount: points, campaignId: null, terms };
}

/** What brings points back that did not find whom they were sent to. It arrives whatever happens. */
function arrivalBack(
  { eventId, memberId }: ClaimedEvent,
  subject: StoredArrival["subject"],
  lots: StoredArrival["lots"],
  sender: NonNullable<StoredArrival["sender"]>,
): Arrival {
  return {
    id: `${eventId}:back`,
    to: sender,
    subject:
      subject.type === "transfer_in"
        ? { type: "transfer_in", from: memberId, sentBack: true }
        : poolGetsBack(subject, memberId),
    lots,
  };
}

/** Back to a member whose pool is gone; or back to a pool whose member is, whom its statement then names. */
function poolGetsBack(
  { pool, name, member }: Extract<StoredArrival["subject"], { type: "pool_in" }>,
  recipientId: string,
): Arrival["subject"] {
  return {
    type: "pool_in",
    pool,
    name,
    ...(member === undefined && { member: recipientId }),
    sentBack: true,
  };
}

/** A credit from a file. What the member owes is paid first. */
export function postCredit(
  desk: SliceDesk,
  event: ClaimedEvent,
  { reason, file, points, pointTypeNo }: EventOf<"credit">,
): void {
  const pointType = desk.pointType(pointTypeNo);
  const posting = new EventPosting(desk.book, event, desk.state.program.timeZone);
  const terms = termsOf(
    { expiry: pointType.expiry, pending: { kind: "immediate" } },
    event.occurredAt,
    desk.state.program.timeZone,
    desk.today,
  );
  const { owed } = desk.book.purseOf(event.memberId, pointTypeNo);
  const movements = planEarning(owed, [{ campaignId: null, points, terms }], "credit");
  posting.post(movements, pointTypeNo);
  desk.records.record(
    event,
    {
      subject: {
        type: "adjustment",
        reason,
        file,
        points,
        ...(pointTypeNo === SPENDABLE_POINT_TYPE ? {} : { pointName: pointType.name }),
      },
      campaigns: [],
      awards: [],
      debt: { paid: sumOf(movements, "debt_payment"), made: 0 },
      ...posting.others(),
    },
    pointTypeNo === SPENDABLE_POINT_TYPE ? points : 0,
    posting.result(),
  );
}
