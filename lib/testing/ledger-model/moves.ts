/**
 * What can happen to a ledger, as random tests tell it. Purchases, holds and lines of statements are named by how
 * many there were after them: see `nameOf`.
 */
export type Move =
  | Occurrence
  | CounterMove
  | HoldMove
  | PoolMove
  | { do: "again"; event: number }
  | { do: "post"; limit: number }
  | { do: "retry" }
  /** Undoes a line of the statement of a member or pool. */
  | { do: "reverse"; party: number; line: number }
  | { do: "wait"; hours: number }
  | { do: "endOfDay" };

/** What members do elsewhere, and the program is told as an event. */
export type Occurrence =
  | { do: "purchase"; member: number; lines: { amountMinor: number; quantity: number }[]; hoursLate: number }
  | {
      do: "return";
      member: number | null;
      purchase: number;
      line: number | null;
      quantity: number;
      hoursLate: number;
    }
  | { do: "visit"; member: number; hoursLate: number }
  | { do: "flown"; member: number; purchase: number | null; hoursLate: number };

export type CounterMove =
  | { do: "spend" | "credit" | "debit"; member: number; points: number }
  | { do: "hold"; member: number; points: number; minutes: number }
  | { do: "send"; member: number; to: number; points: number };

export type HoldMove =
  | { do: "capture"; hold: number; points: number | null; final: boolean }
  | { do: "release"; hold: number };

/** Pools are there from the beginning, each with its founder in it: see `founderOf`. */
export type PoolMove =
  | { do: "join"; pool: number; member: number }
  | { do: "leave" | "handOver"; pool: number; member: number }
  | { do: "give" | "payOut" | "poolSpend"; pool: number; member: number; points: number }
  | { do: "dissolve"; pool: number };

/** The number of one of so many purchases, holds or lines, counted back from the latest; -1 for one that there never was. */
export function nameOf(countedBack: number, count: number): number {
  return count - 1 - (countedBack % (count + 1));
}

/** How the spendable points of a tried program behave. */
export type Rules = {
  timeZone: string;
  /** ISO 8601 */
  start: string;
  expiry:
    | { kind: "none" }
    | { kind: "rolling" | "sliding"; unit: "day"; count: number }
    | { kind: "calendar"; period: "month"; keep: number };
  pending: { kind: "immediate" } | { kind: "period"; days: number } | { kind: "event"; name: "flown" };
  returnPolicy: "debt" | "within_balance" | "only_pending";
};

export const MEMBERS = 3;
export const POOLS = 2;
/** The member who founds a pool. */
export function founderOf(pool: number): number {
  return pool % MEMBERS;
}
/** Days that points stay usable which are given back after their last day. */
export const GRACE_DAYS = 30;
/** Points that the campaign for visits gives to a member in a day, five at a time. */
export const VISIT_POINTS = 5;
export const VISIT_LIMIT = 7;

/** What a ledger answers to a move: `done`, or the code with which it is turned down. Events are only accepted. */
export type Answer = string;

/** What can be seen of the points of a member, or of a pool, the same from every ledger. */
export type MemberView = {
  available: number;
  held: number;
  pending: number;
  owed: number;
  lots: { remaining: number; reserved: number; lastDay: string; waitsFor: string | null }[];
  stars: number;
  starsOwed: number;
  statement: { delta: number; balanceAfter: number; isReversed: boolean }[];
};

/** A view side by side with that of another ledger: lots in no order, and one way to write that there is no last day. */
export function comparable({ parties, setAside }: View): View {
  return {
    parties: parties.map(({ lots, ...view }) => ({
      ...view,
      lots: lots
        .map((lot) => ({ ...lot, lastDay: lot.lastDay === "infinity" ? "9999" : lot.lastDay }))
        .sort((one, other) => (nameOfLot(one) < nameOfLot(other) ? -1 : 1)),
    })),
    setAside: [...setAside].sort(),
  };
}

function nameOfLot({ lastDay, waitsFor, remaining, reserved }: MemberView["lots"][number]): string {
  return `${lastDay} ${waitsFor} ${remaining} ${reserved}`;
}

/** What can be seen of a ledger: the members and then the pools, and why events are set aside. */
export type View = { parties: MemberView[]; setAside: string[] };

/** A ledger under the moves of a test. */
export type TriedLedger = {
  act(move: Move): Answer | Promise<Answer>;
  view(): View | Promise<View>;
};
