import fc from "fast-check";
import { anyCampaign, anyPurchase } from "@/lib/campaigns/evaluation/arbitraries";
import { type CampaignDefinition, definitionStructure } from "@/lib/campaigns/schema";
import type { PastEntry, PastMember, PastMovement } from "./past";

/** Rules and pasts of every shape, for properties of the replay. */

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 8, 1);
const SOURCE = "till";
const EUR = "EUR";

const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const change = fc.constantFrom(
  { kind: "tier" as const, tier: "gold" },
  { kind: "tag" as const, tag: "regular", action: "add" as const },
  { kind: "segment" as const, segment: "coffee", action: "add" as const },
);
const only = fc.constantFrom(
  { match: "all" as const, tests: [{ attribute: "tier", test: { op: "is" as const, value: "gold" } }] },
  { match: "any" as const, tests: [{ attribute: "tags", test: { op: "is" as const, value: "regular" } }] },
);
const terms = fc.constantFrom(
  { pending: { kind: "event" as const, name: "visit" } },
  { pending: { kind: "period" as const, days: 9 }, returns: "only_pending" as const },
  { pointType: "stars", pending: { kind: "period" as const, days: 2 } },
  {
    expiry: { kind: "rolling" as const, unit: "day" as const, count: 5 },
    returns: "within_balance" as const,
  },
);

/** All members share it, and it does not go far. */
const scarce = fc
  .record({
    most: fc.integer({ min: 1, max: 6 }),
    window: fc.constantFrom("day" as const, "month" as const, "lifetime" as const),
  })
  .map(({ most, window }) => ({
    limits: [{ per: "campaign" as const, times: most, window }],
    stacking: { group: "deals" },
  }));

/**
 * A campaign that may change who a member is, and look at it; for purchases, or for visits. Some are of one group and
 * have little to give, so that what one member gets leaves less for another.
 */
export const anyRule: fc.Arbitrary<CampaignDefinition> = fc
  .record({
    campaign: anyCampaign,
    scarce: fc.option(scarce, { nil: undefined, freq: 1 }),
    change: some(change),
    audience: some(only),
    terms: some(terms),
    ofVisits: fc.integer({ min: 0, max: 9 }).map((ten) => ten === 0),
  })
  .map(({ campaign, scarce: few, change: benefit, audience, terms: own, ofVisits }) =>
    definitionStructure.parse({
      ...campaign,
      ...few,
      ...(benefit && { effects: [...campaign.effects, benefit] }),
      ...(audience && { audience }),
      ...(own && { terms: own }),
      ...(ofVisits && { trigger: { event: "custom", name: "visit" } }),
    }),
  );

const seldom = fc.constantFrom(
  {
    kind: "history" as const,
    measure: "count" as const,
    window: { kind: "lifetime" as const },
    op: "every" as const,
    value: 4,
    withThis: true,
  },
  { kind: "basket" as const, measure: "amountMinor" as const, op: "at_least" as const, value: 8_000 },
  { kind: "event" as const, field: "store", test: { op: "is" as const, value: "west" } },
);

/** A campaign that applies seldom, as one does that is about something: scenarios with it are long in company. */
export const anyDraft: fc.Arbitrary<CampaignDefinition> = fc
  .record({ rule: anyRule, condition: fc.option(seldom, { nil: undefined, freq: 4 }) })
  .map(({ rule, condition }) =>
    definitionStructure.parse({
      ...rule,
      ...(condition && { condition }),
    }),
  );

/** What happens next, and how many hours later. */
type Happening = { member: number; hours: number } & (
  | { kind: "purchase"; payload: Awaited<ReturnType<typeof purchaseFrom>> }
  | { kind: "visit" }
  | { kind: "return" | "reversal"; of: number; whole: boolean }
  | { kind: "movement"; cause: string; points: number }
);

function purchaseFrom({ payload }: { payload: { lines?: unknown; amountMinor?: number | undefined } }) {
  return payload;
}

const happening: fc.Arbitrary<Happening> = fc
  .record({
    member: fc.nat({ max: 3 }),
    hours: fc.nat({ max: 40 }),
    what: fc.oneof(
      {
        weight: 12,
        arbitrary: anyPurchase.map((event) => ({ kind: "purchase" as const, payload: purchaseFrom(event) })),
      },
      { weight: 2, arbitrary: fc.constant({ kind: "visit" as const }) },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constantFrom("return" as const, "reversal" as const),
          of: fc.nat({ max: 30 }),
          whole: fc.boolean(),
        }),
      },
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant("movement" as const),
          cause: fc.constantFrom("spend", "expiry", "adjustment", "hold"),
          points: fc.integer({ min: 1, max: 90 }),
        }),
      },
    ),
  })
  .map(({ what, ...when }) => ({ ...when, ...what }));

/** Something of the past, and the number of the member whom it is about. */
export type OfMember = { member: number; entry: PastEntry };

/** What happened to four members, in order, under one of two rule sets. */
export const anyPast: fc.Arbitrary<OfMember[]> = fc
  .array(happening, { minLength: 1, maxLength: 40, size: "max" })
  .map((happenings) => pastOf(happenings));

export const MEMBERS: readonly PastMember[] = [0, 1, 2, 3].map((number) => ({
  memberId: `member-${number}`,
  attributes: {},
  joinedAt: new Date(START - number * 30 * DAY_MS),
  tier: [null, "silver", null, "gold"][number] ?? null,
  tags: [],
  segments: [],
}));

function pastOf(happenings: readonly Happening[]): OfMember[] {
  const past: OfMember[] = [];
  let instant = START;
  for (const [place, happening] of happenings.entries()) {
    instant += happening.hours * 3_600_000;
    const entry = entryOf(happening, `e${place}`, new Date(instant), past);
    if (entry !== null) past.push({ member: happening.member, entry });
  }
  return past;
}

function entryOf(what: Happening, id: string, occurredAt: Date, past: readonly OfMember[]): PastEntry | null {
  const own = { id, source: SOURCE, occurredAt: occurredAt.toISOString() };
  const ruleSetVersion = past.length % 3 === 0 ? 1 : 2;
  const event = { kind: "event" as const, eventId: id, occurredAt, ruleSetVersion, points: null };
  if (what.kind === "movement") return movement(what.cause, what.points, occurredAt);
  if (what.kind === "visit") return { ...event, payload: { type: "custom", name: "visit", ...own } };
  if (what.kind === "purchase") {
    const payload = { amountMinor: 0, lines: [], ...what.payload, type: "purchase", currency: EUR, ...own };
    return { ...event, payload: payload as never };
  }
  const earlier = past.filter(({ member, entry }) => member === what.member && entry.kind === "event");
  const undone = earlier[what.of % Math.max(1, earlier.length)]?.entry;
  if (undone?.kind !== "event" || undone.payload.type !== "purchase") return null;
  if (what.kind === "reversal") {
    return { ...movement("reversal", 0, occurredAt), undoes: undone.eventId };
  }
  const [first] = undone.payload.lines;
  const lines =
    what.whole || first === undefined ? undefined : [{ line: 0, quantity: Math.min(1, first.quantity) }];
  const of = { purchaseId: undone.payload.id, purchaseSource: SOURCE };
  return { ...event, payload: { type: "return", ...own, ...of, ...(lines && { lines }) } };
}

function movement(cause: string, points: number, occurredAt: Date): PastMovement {
  const isOut = cause === "spend" || cause === "expiry";
  const available = cause === "hold" ? 0 : isOut ? -points : points;
  return {
    kind: "movement",
    cause,
    occurredAt,
    available,
    held: cause === "hold" ? points : 0,
    paid: 0,
    owed: 0,
  };
}
