import type { ClaimedEvent } from "@/lib/events";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs";
import { lastDay, planUndo } from "@/lib/wallet";
import { EventPosting } from "./event-posting";
import type { SliceDesk } from "./slice-desk";
import type { EventOf } from "./slice-state";

/** Points of a transfer that is undone go back to the sender's lots that they came from. */
export function postRestoration(
  desk: SliceDesk,
  event: ClaimedEvent,
  { causeId, reason, graceUntil, transfers }: EventOf<"restoration">,
): void {
  const { today } = desk;
  const { expiry } = desk.pointType(SPENDABLE_POINT_TYPE);
  const terms = { state: "active", ...lastDay(expiry, today) } as const;
  const purse = desk.book.purseOf(event.memberId);
  const movements = transfers.flatMap((transfer) =>
    planUndo(
      purse,
      {
        ...transfer,
        kind: "transfer_out",
        pointTypeNo: SPENDABLE_POINT_TYPE,
        debit: "available",
        credit: "clearing",
        campaignId: null,
      },
      { today, graceUntil, terms },
    ),
  );
  const posting = new EventPosting(desk.book, event, desk.state.program.timeZone);
  posting.post(movements);
  const late = movements.reduce((sum, { amount, ...rest }) => sum + ("expiresOn" in rest ? amount : 0), 0);
  desk.records.record(
    event,
    {
      subject: { type: "reversal", reason, of: "transfer_out", causeId },
      campaigns: [],
      awards: [],
      debt: { paid: 0, made: 0 },
      ...(late > 0 && { grace: { points: late, until: graceUntil } }),
    },
    movements.reduce((sum, { amount }) => sum + amount, 0),
    posting.result(),
  );
}
