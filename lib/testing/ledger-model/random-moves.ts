import fc from "fast-check";
import { founderOf, MEMBERS, type Move, POOLS, type Rules } from "./moves";

const member = fc.nat(MEMBERS - 1);
const earlier = fc.oneof({ weight: 3, arbitrary: fc.nat(2) }, fc.nat(11));
const pool = fc.nat(POOLS - 1);
const points = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 12 }) },
  fc.integer({ min: 1, max: 60 }),
);
const hoursLate = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 80 }));
const line = fc.record({
  amountMinor: fc.integer({ min: 0, max: 4_000 }),
  quantity: fc.constantFrom(1, 1, 1, 2, 3, 0.5),
});

const purchase = fc.record({
  do: fc.constant("purchase" as const),
  member,
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  hoursLate,
});
const credit = fc.record({
  do: fc.constant("credit" as const),
  member,
  points: fc.integer({ min: 1, max: 80 }),
});

const gift = fc.record({ do: fc.constant("give" as const), pool, member, points });
const join = fc.record({ do: fc.constant("join" as const), pool, member });

const move = fc.oneof(
  { weight: 6, arbitrary: purchase },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("return" as const),
      // Absent: whoever bought it.
      member: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, member),
      purchase: earlier,
      /** Null: everything. */
      line: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.constant(null), fc.nat(2)),
      quantity: fc.constantFrom(1, 1, 1, 0.5, 0.333, 2),
      hoursLate,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("visit" as const), member, hoursLate }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("flown" as const),
      member,
      purchase: fc.option(earlier),
      hoursLate,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.record({ do: fc.constant("again" as const), event: earlier }),
      fc.record({ do: fc.constant("dissolve" as const), pool }),
    ),
  },
  {
    weight: 9,
    arbitrary: fc.record({ do: fc.constant("post" as const), limit: fc.constantFrom(1, 2, 100) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: "retry" as const }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("spend" as const), member, points }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("hold" as const),
      member,
      points,
      minutes: fc.constantFrom(30, 600, 4_000),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("capture" as const),
      hold: fc.nat(2),
      points: fc.option(points),
      final: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("release" as const), hold: fc.nat(2) }) },
  { weight: 2, arbitrary: credit },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("debit" as const), member, points }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("send" as const), member, to: member, points }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(
        "join" as const,
        "join" as const,
        "join" as const,
        "leave" as const,
        "handOver" as const,
      ),
      pool,
      member,
    }),
  },
  { weight: 3, arbitrary: gift },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom("payOut" as const, "poolSpend" as const),
      pool,
      member,
      points,
    }),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constant("reverse" as const),
      party: fc.oneof(
        { weight: 3, arbitrary: member },
        pool.map((index) => MEMBERS + index),
      ),
      line: fc.oneof({ weight: 4, arbitrary: fc.nat(2) }, fc.nat(9)),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      hours: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 100 })),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ do: "endOfDay" as const }) },
);

const POST = { do: "post", limit: 100 } as const;

/** What has to come together, and by chance alone hardly ever does: how a history may end. */
const ending: fc.Arbitrary<Move[]> = fc.oneof(
  fc.constant<Move[]>([]),
  // A pool is dissolved, and somebody wants a line of it undone: what it spent, most of the time.
  fc
    .record({ pool, points: fc.integer({ min: 1, max: 4 }), line: fc.nat(3) })
    .map(({ pool, points, line }): Move[] => [
      { do: "credit", member: founderOf(pool), points: 80 },
      { do: "give", pool, member: founderOf(pool), points },
      POST,
      { do: "poolSpend", pool, member: founderOf(pool), points },
      { do: "dissolve", pool },
      { do: "reverse", party: MEMBERS + pool, line },
    ]),
  // Points were sent to the wrong member.
  fc
    .record({ member, to: member })
    .map(({ member, to }): Move[] => [
      { do: "credit", member, points: 80 },
      { do: "send", member, to, points: 5 },
      POST,
      { do: "reverse", party: member, line: 0 },
    ]),
);

/** Members and pools that have something, and then whatever happens; it shrinks to the least of it. */
export function histories(length: number): fc.Arbitrary<Move[]> {
  return fc
    .tuple(
      fc.array(fc.oneof(purchase, credit, join), { maxLength: 16, size: "max" }),
      fc.array(gift, { maxLength: 3 }),
      fc.array(move, { minLength: 1, maxLength: length, size: "max" }),
      ending,
    )
    .map(([earned, given, after, end]) => [...earned, POST, ...given, POST, ...after, ...end]);
}

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
