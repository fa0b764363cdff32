import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPolicy, GROUPS } from "@/lib/campaigns/evaluation/arbitraries";
import { type CampaignDefinitionInput, campaignDefinition, type GroupPolicy } from "@/lib/campaigns/schema";
import { scenariosOf } from "@/lib/flows/run-simulation/scenarios";
import type { PointTypeDto } from "@/lib/programs";
import { anyDraft, anyPast, anyRule, MEMBERS, type OfMember } from "./arbitraries";
import { purchaseKey } from "./kept-events";
import type { Person } from "./person";
import { Replay, type ReplaySpec } from "./replay";
import { reportOf } from "./report";
import { samplesIn } from "./samples";
import { OwnUses } from "./shared-uses";

const POINT_TYPES: PointTypeDto[] = [1, 2].map((pointTypeNo) => ({
  pointTypeNo,
  code: pointTypeNo === 1 ? "points" : "stars",
  name: pointTypeNo === 1 ? "points" : "stars",
  valuePerThousandMinor: pointTypeNo === 1 ? 730 : null,
  spendable: pointTypeNo === 1,
  expiry: { kind: pointTypeNo === 1 ? "rolling" : "sliding", unit: "day", count: 30 },
  pending: { kind: "immediate" },
  returnPolicy: "debt",
})) as never;
const PROGRAM = { timeZone: "Europe/Berlin", currency: "EUR", pointTypes: POINT_TYPES };
const RUNS = 80;

const idOf = (number: number) => `00000000-0000-7000-8000-0000000000${String(number).padStart(2, "0")}`;

/** Live campaigns, of which a second rule set has another version of the first, and drafts beside them. */
const anyRequest = fc.record({
  live: fc.array(anyRule, { maxLength: 4, size: "max" }),
  second: fc.option(anyRule, { nil: undefined }),
  drafts: fc.array(anyDraft, { minLength: 1, maxLength: 2 }),
  isRevision: fc.boolean(),
  mode: fc.constantFrom(
    "on_top" as const,
    "on_top" as const,
    "on_top" as const,
    "alone" as const,
    "instead" as const,
  ),
  rules: fc.constantFrom("now" as const, "then" as const),
  policy: anyPolicy,
  /** As it is now; the rule sets may be of before. */
  newPolicy: fc.option(anyPolicy, { nil: undefined }),
  past: anyPast,
  fromDay: fc.integer({ min: 0, max: 20 }),
  keepsAllExamples: fc.boolean(),
});
type AnyRequest = typeof anyRequest extends fc.Arbitrary<infer Value> ? Value : never;

function specOf({
  live,
  second,
  drafts,
  isRevision,
  mode,
  rules,
  policy,
  past,
  ...rest
}: AnyRequest): ReplaySpec {
  const groupsWith = (own: GroupPolicy) => GROUPS.map((code) => ({ code, name: code, policy: own }));
  const groups = groupsWith(policy);
  const first = live.map((definition, place) => ({
    campaignId: idOf(place),
    version: 1,
    definition: { ...definition, name: `Live ${place}` },
  }));
  const later = first.map((campaign, place) =>
    second && place === 0
      ? { ...campaign, version: 2, definition: { ...second, name: "Live 0, again" } }
      : campaign,
  );
  const variants = drafts.map((definition, place) => ({
    campaignId: idOf(isRevision && place === 0 ? 0 : 10 + place),
    // A number says nothing of a draft: it may be that of a version in force.
    version: isRevision ? 1 : 3,
    definition: { ...definition, name: `Draft ${place}` },
  }));
  const byVersion = new Map([
    [1, { campaigns: first, groups }],
    [2, { campaigns: later, groups }],
  ]);
  const replaces = mode === "instead" && rest.fromDay % 2 === 0 ? [idOf(1)] : undefined;
  const request = { mode, rules, variants, ...(replaces && { replaces }) };
  const returned = new Set<string>();
  const undone = new Set<string>();
  for (const { entry } of past) {
    if (entry.kind === "movement") {
      if (entry.undoes !== undefined) undone.add(entry.undoes);
    } else if (entry.payload.type === "return") {
      returned.add(purchaseKey(entry.payload.purchaseSource, entry.payload.purchaseId));
    }
  }
  return {
    ...scenariosOf(
      request as never,
      { byVersion, current: 2, groups: groupsWith(rest.newPolicy ?? policy) },
      PROGRAM,
    ),
    program: PROGRAM,
    from: new Date(Date.UTC(2026, 8, 1 + rest.fromDay)),
    to: new Date(Date.UTC(2027, 0, 1)),
    willReturn: (key) => returned.has(key),
    undone,
    comesBack: returned.size > 0 || undone.size > 0,
    sharedUses: new OwnUses(),
    comparesLedger: false,
    keepsAllExamples: rest.keepsAllExamples,
  };
}

/** Replays a past; `apart`: each scenario works everything out for itself. */
function replay(request: AnyRequest, apart: boolean): { text: string; people: Person[] } {
  const spec = specOf(request);
  const replayed = new Replay(spec);
  const people = new Map<number, Person>();
  for (const { member, entry } of request.past) {
    const person = people.get(member) ?? replayed.meet(memberOf(member));
    if (!people.has(member)) person.hasParted = apart;
    people.set(member, person);
    replayed.add(entry, person, entry.occurredAt);
  }
  const summary = replayed.summarise();
  const report = reportOf(summary, spec, {
    pointTypes: POINT_TYPES,
    from: "2026-09-01",
    to: "2026-12-31",
    upliftPercent: 5,
    everSpent: 30,
    everExpired: 10,
  });
  const samples = summary.scenarios.map((scenario) => samplesIn(scenario.samples));
  return { text: JSON.stringify({ report, samples }, null, 1), people: [...people.values()] };
}

function memberOf(number: OfMember["member"]) {
  return MEMBERS[number] ?? MEMBERS[0] ?? { memberId: "", attributes: {}, joinedAt: new Date(0) };
}

/** A purchase by each of these members, an hour apart. */
function purchasesBy(...members: number[]): OfMember[] {
  return members.map((member, place) => {
    const occurredAt = new Date(Date.UTC(2026, 8, 2, place));
    const own = { id: `e${place}`, source: "till", occurredAt: occurredAt.toISOString() };
    const payload = { type: "purchase" as const, currency: "EUR", amountMinor: 1_000, lines: [], ...own };
    return {
      member,
      entry: { kind: "event", eventId: own.id, occurredAt, ruleSetVersion: 2, payload, points: null },
    };
  });
}

function requestOf(
  live: CampaignDefinitionInput,
  draft: CampaignDefinitionInput,
  past: OfMember[],
): AnyRequest {
  return {
    live: [campaignDefinition.parse(live)],
    drafts: [campaignDefinition.parse(draft)],
    second: undefined,
    isRevision: false,
    mode: "on_top",
    rules: "now",
    policy: "best_for_member",
    newPolicy: undefined,
    past,
    fromDay: 0,
    keepsAllExamples: true,
  };
}

const onPurchase = { event: "purchase" } as const;
const ONCE_FOR_ALL = [{ per: "campaign" as const, times: 1, window: "lifetime" as const }];
const forTier = (tier: string) => ({ attribute: "tier", test: { op: "is" as const, value: tier } });
const TAGGED = { attribute: "tags", test: { op: "is" as const, value: "regular" } };

describe("scenarios in company", () => {
  it("come to the report of scenarios that work everything out for themselves, to the byte", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        expect(replay(request, false).text).toBe(replay(request, true).text);
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it("stay so with members to whom what only one of them has never applies", () => {
    const live = { name: "Live", trigger: onPurchase, effects: [{ kind: "fixed" as const, points: 5 }] };
    const draft = { ...live, name: "Draft", audience: { match: "all" as const, tests: [forTier("gold")] } };
    const { people, text } = replay(requestOf(live, draft, purchasesBy(0, 3, 0, 3)), false);
    expect(people.map(({ hasParted }) => hasParted)).toEqual([false, true]);
    expect(text).toBe(replay(requestOf(live, draft, purchasesBy(0, 3, 0, 3)), true).text);
  });

  it.each([
    [
      "the first scenario has used up",
      { stacking: { group: "deals" } },
      { stacking: { group: "deals" }, effects: [{ kind: "fixed" as const, points: 50 }] },
    ],
    [
      "the second has used up",
      { audience: { match: "any" as const, tests: [forTier("silver"), TAGGED] } },
      { effects: [{ kind: "tag" as const, tag: "regular", action: "add" as const }] },
    ],
  ])("part over a limit of all members that %s", (_who, liveRules, draftRules) => {
    const effects = [{ kind: "fixed" as const, points: 5 }];
    const live = { name: "Live", trigger: onPurchase, effects, limits: ONCE_FOR_ALL, ...liveRules };
    const audience = { match: "all" as const, tests: [forTier("gold")] };
    const draft = { name: "Draft", trigger: onPurchase, audience, ...draftRules };
    const request = requestOf(live, draft, purchasesBy(3, 3, 1));
    const { people, text } = replay(request, false);
    expect(text).toBe(replay(request, true).text);
    expect(people.map(({ hasParted }) => hasParted)).toEqual([true, true]);
  });
});
