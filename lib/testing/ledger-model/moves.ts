import fc from "fast-check";

/**
 * What can happen to a ledger, as random tests tell it. Purchases, holds and entries at the counter are named by how
 * many there were after them: see `nameOf`.
 */
export type Move =
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
  | { do: "flown"; member: number; purchase: number | null; hoursLate: number }
  | { do: "again"; event: number }
  | { do: "post"; limit: number }
  | { do: "retry" }
  | { do: "spend"; member: number; points: number }
  | { do: "hold"; member: number; points: number; minutes: number }
  | { do: "capture"; hold: number; points: number | null; final: boolean }
  | { do: "release"; hold: number }
  | { do: "credit"; member: number; points: number }
  | { do: "debit"; member: number; points: number }
  | { do: "send"; member: number; to: number; points: number }
  | PoolMove
  | { do: "reverse"; entry: number }
  | { do: "wait"; hours: number }
  | { do: "endOfDay" };

/** Pools are there from the beginning, each with its founder in it: see `founderOf`. */
export type PoolMove =
  | { do: "join"; pool: number; member: number }
  | { do: "leave" | "handOver"; pool: number; member: number }
  | { do: "give" | "payOut" | "poolSpend"; pool: number; member: number; points: number }
  | { do: "dissolve"; pool: number };

/** The number of one of so many purchases, holds or entries, counted back from the latest; -1 for one that there never was. */
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
export const VISIT_LIMIT = 12;

const member = fc.nat(MEMBERS - 1);
const earlier = fc.oneof({ weight: 3, arbitrary: fc.nat(2) }, fc.nat(11));
const pool = fc.nat(POOLS - 1);
const points = fc.integer({ min: 1, max: 40 });
const hoursLate = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 80 }));
const line = fc.record({
  amountMinor: fc.integer({ min: 0, max: 4_000 }),
  quantity: fc.constantFrom(1, 2, 3, 0.5),
});

const move = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("purchase" as const),
      member,
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      hoursLate,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("return" as const),
      // Absent: whoever bought it.
      member: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, member),
      purchase: earlier,
      /** Null: everything. */
      line: fc.option(fc.nat(2)),
      quantity: fc.constantFrom(1, 0.5, 0.333, 2),
      hoursLate,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("visit" as const), member, hoursLate }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("flown" as const),
      member,
      purchase: fc.option(earlier),
      hoursLate,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("again" as const), event: earlier }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("post" as const), limit: fc.constantFrom(1, 2, 100) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: "retry" as const }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("spend" as const), member, points }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("hold" as const),
      member,
      points,
      minutes: fc.constantFrom(30, 600, 4_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("capture" as const),
      hold: earlier,
      points: fc.option(points),
      final: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("release" as const), hold: earlier }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("credit" as const), member, points }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("debit" as const), member, points }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("send" as const), member, to: member, points }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom("join" as const, "join" as const, "leave" as const, "handOver" as const),
      pool,
      member,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom("give" as const, "give" as const, "payOut" as const, "poolSpend" as const),
      pool,
      member,
      points,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("dissolve" as const), pool }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("reverse" as const), entry: earlier }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 100 }) }),
  },
  { weight: 3, arbitrary: fc.constant({ do: "endOfDay" as const }) },
);

export const moves = (length: number) =>
  fc.array(
    move.map((made): Move => made),
    { minLength: 1, maxLength: length, size: "max" },
  );

/** Programs in zones whose clocks change while the test goes on. */
export const rules: fc.Arbitrary<Rules> = fc.record({
  timeZone: fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"),
  start: fc.constantFrom("2026-03-27T21:00:00Z", "2026-10-23T12:00:00Z", "2026-12-30T23:30:00Z"),
  expiry: fc.oneof(
    fc.constant({ kind: "none" as const }),
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom("rolling" as const, "sliding" as const),
        unit: fc.constant("day" as const),
        count: fc.integer({ min: 1, max: 4 }),
      }),
    },
    fc.record({
      kind: fc.constant("calendar" as const),
      period: fc.constant("month" as const),
      keep: fc.nat(1),
    }),
  ),
  pending: fc.oneof(
    { weight: 2, arbitrary: fc.constant({ kind: "immediate" as const }) },
    fc.record({ kind: fc.constant("period" as const), days: fc.integer({ min: 1, max: 3 }) }),
    fc.constant({ kind: "event" as const, name: "flown" as const }),
  ),
  returnPolicy: fc.constantFrom("debt", "within_balance", "only_pending"),
});

/** What a ledger answers to a move: done, or turned down. Events are answered when they are posted. */
export type Answer = "done" | "refused";

/** What can be seen of the points of a member, or of a pool, the same from every ledger. */
export type MemberView = {
  available: number;
  held: number;
  pending: number;
  owed: number;
  lots: { remaining: number; reserved: number; lastDay: string; waitsFor: string | null }[];
  stars: number;
  starsOwed: number;
  statement: { delta: number; balanceAfter: number }[];
};

/** Views side by side with those of another ledger: lots in no order, and one way to write that there is no last day. */
export function comparable(views: readonly MemberView[]): MemberView[] {
  return views.map(({ lots, ...view }) => ({
    ...view,
    lots: lots
      .map((lot) => ({ ...lot, lastDay: lot.lastDay === "infinity" ? "9999" : lot.lastDay }))
      .sort((one, other) => (nameOfLot(one) < nameOfLot(other) ? -1 : 1)),
  }));
}

function nameOfLot({ lastDay, waitsFor, remaining, reserved }: MemberView["lots"][number]): string {
  return `${lastDay} ${waitsFor} ${remaining} ${reserved}`;
}

/** A ledger under the moves of a test; its views are of the members, then of the pools. */
export type TriedLedger = {
  act(move: Move): Answer | Promise<Answer>;
  view(): MemberView[] | Promise<MemberView[]>;
};
