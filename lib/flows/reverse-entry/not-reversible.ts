import { Conflict } from "@/lib/core/errors";
import type { DecisionKind } from "@/lib/wallet";

/** The entry stands; the sentence says what can be done instead. */
export class NotReversible extends Conflict {
  constructor(publicMessage: string) {
    super("not_reversible", publicMessage);
  }
}

export class AlreadyReversed extends Conflict {
  constructor() {
    super("already_reversed", "This has been reversed before.");
  }
}

/** The points were spent on a reward, with which the voucher, the stock and the money go back too. */
export class SpentOnRedemption extends Conflict {
  constructor() {
    super("spend_of_redemption", "These points were spent on a reward. Take the redemption back instead.");
  }
}

const INSTEAD: Partial<Record<DecisionKind, string>> = {
  hold: "Points that are set aside have not been spent. Release the hold instead.",
  release: "These points went back to the member. Set them aside or spend them anew instead.",
  activation: "Points that became usable stay so. Reverse what earned them, or take them by an adjustment.",
  transfer_in: "Reverse the transfer on the activity of the member who sent the points.",
  pool_out: "Let the pool pay the points out to the member instead.",
  pool_in: "Let the member contribute the points to the pool again instead.",
  reversal:
    "A reversal stands. Adjust the member’s points, or send the purchase again under a new id, instead.",
};

/** @throws NotReversible, AlreadyReversed */
export function requireReversible({
  kind,
  reversalId,
}: {
  kind: DecisionKind;
  reversalId: string | null;
}): void {
  if (reversalId !== null) throw new AlreadyReversed();
  const instead = INSTEAD[kind];
  if (instead !== undefined) throw new NotReversible(instead);
}
