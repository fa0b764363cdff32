import type { Window } from "@/lib/core/calendar";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs/schema";
import type { CampaignTerms } from "../language/definition";
import type { CampaignGroup } from "../schema";
import { integerStyle, moneyFormat, moneyStyle } from "../wording/numbers";
import { type Compiling, SharedChecks } from "./check";
import { type CompiledCampaign, compileCampaign, type VersionedCampaign } from "./compile-campaign";
import {
  type CompiledCounter,
  type CounterInUse,
  counterOf,
  daysLookedAt,
  historyConditionsIn,
  rowsLookedAt,
} from "./counters";
import { type Stage, stagesOf } from "./groups";
import type { Budget } from "./limits";
import { LocalClock } from "./local-clock";
import { Phrases } from "./phrases";
import { LineSelectors } from "./selection";

export type { CompiledCampaign, VersionedCampaign } from "./compile-campaign";

type PointTypeOfProgram = {
  pointTypeNo: number;
  code: string;
  /** What a thousand of its points cost, in minor units; absent: nothing. */
  valuePerThousandMinor?: number | null | undefined;
};

/** What compiling depends on beside the campaigns. */
export type RuleSetProgram = {
  timeZone: string;
  currency: string;
  locale?: string;
  pointName?: string;
  /** The types that campaigns may give; absent: only the spendable one. */
  pointTypes?: readonly PointTypeOfProgram[];
  /** In their order. */
  groups?: readonly CampaignGroup[];
};

export type CompiledRuleSet = {
  version: number;
  clock: LocalClock;
  groups: readonly CampaignGroup[];
  /** By event type, what is worked through one after the other. */
  stagesByType: ReadonlyMap<string, readonly Stage[]>;
  /** By event type, in evaluation order. */
  byType: ReadonlyMap<string, readonly CompiledCampaign[]>;
  /** By event type, the kinds of windows in which limits of a member count over several events. */
  windowsByType: ReadonlyMap<string, readonly Window[]>;
  /** By event type, the limits that all members share and that count over several events. */
  budgetsByType: ReadonlyMap<string, readonly Budget[]>;
  /** Everything of a member's history that conditions ask for, each counter once. */
  counters: readonly CompiledCounter[];
  /** By event type, the counters that such an event may add to. */
  countersByType: ReadonlyMap<string, readonly CompiledCounter[]>;
  /** By event type, the counters that evaluating such an event reads. */
  countersReadByType: ReadonlyMap<string, readonly CounterInUse[]>;
  /** What refusals name by number; see `Phrases`. */
  phrases: readonly string[];
  /** What becomes of each campaign's points, by campaign. */
  terms: ReadonlyMap<string, CampaignTerms & { pointTypeNo: number }>;
};

/** What rule sets of one program may have in common. */
export type Workshop = { compiling: Compiling; clock: LocalClock };

/**
 * Rule sets that are compiled in one workshop share what they ask alike: an event that is held against several of them
 * as the same `Facts` is sifted once, and asked once whether it is Monday.
 */
export function openWorkshop({
  timeZone,
  currency,
  locale = "en",
  pointName = "points",
}: RuleSetProgram): Workshop {
  return {
    compiling: {
      money: moneyFormat(currency, locale),
      styles: { money: moneyStyle(currency, locale), integer: integerStyle(locale) },
      phrases: new Phrases(),
      selectors: new LineSelectors(),
      shared: new SharedChecks(),
      wording: { currency, locale, pointName },
    },
    clock: new LocalClock(timeZone),
  };
}

/** Turns the campaigns of a rule-set version into closures: done once a version, never per event. */
export function compileRuleSet(
  version: number,
  campaigns: readonly VersionedCampaign[],
  program: RuleSetProgram,
  { compiling, clock }: Workshop = openWorkshop(program),
): CompiledRuleSet {
  const { pointTypes = [], groups = [] } = program;
  const terms = new Map<string, CampaignTerms & { pointTypeNo: number }>();
  const compiled = mapValues(byEventType(campaigns), (own) =>
    own.map((campaign) => {
      const ownTerms = campaign.definition.terms ?? {};
      const type = pointTypeOf(ownTerms, pointTypes);
      terms.set(campaign.campaignId, { ...ownTerms, pointTypeNo: type.pointTypeNo });
      return compileCampaign(campaign, type, compiling);
    }),
  );
  const stagesByType = mapValues(compiled, (own) => stagesOf(own, groups, compiling.phrases));
  const byType = mapValues(stagesByType, (stages) => stages.flatMap((stage) => stage.campaigns));
  const countersReadByType = mapValues(byEventType(campaigns), (own) =>
    countersReadBy(own, compiling.selectors),
  );
  const counters = [...countersReadByType.values()].flat().map(({ counter }) => counter);
  const distinct = [...new Map(counters.map((counter) => [counter.key, counter])).values()];
  return {
    version,
    clock,
    groups,
    stagesByType,
    byType,
    windowsByType: mapValues(byType, windowsOf),
    budgetsByType: mapValues(byType, budgetsOf),
    counters: distinct,
    countersByType: grouped(distinct, ({ of }) => of.event),
    countersReadByType,
    phrases: compiling.phrases.list,
    terms,
  };
}

function byEventType(campaigns: readonly VersionedCampaign[]): Map<string, VersionedCampaign[]> {
  return grouped(campaigns, ({ definition: { trigger } }) =>
    trigger.event === "custom" ? `custom:${trigger.name}` : trigger.event,
  );
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function mapValues<Value, Result>(
  map: ReadonlyMap<string, Value>,
  change: (value: Value) => Result,
): Map<string, Result> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

function pointTypeOf(
  { pointType }: CampaignTerms,
  pointTypes: readonly PointTypeOfProgram[],
): { pointTypeNo: number; valuePerThousandMinor: number } {
  const found = pointTypes.find(({ pointTypeNo, code }) =>
    pointType === undefined ? pointTypeNo === SPENDABLE_POINT_TYPE : code === pointType,
  );
  if (found === undefined && pointType !== undefined) {
    throw new RangeError(`the program has no point type “${pointType}”`);
  }
  const { pointTypeNo = SPENDABLE_POINT_TYPE, valuePerThousandMinor } = found ?? {};
  return { pointTypeNo, valuePerThousandMinor: valuePerThousandMinor ?? 0 };
}

function windowsOf(campaigns: readonly CompiledCampaign[]): Window[] {
  const own = campaigns.flatMap(({ limits }) => limits.filter(({ per }) => per === "member"));
  return [...new Set(own.map(({ window }) => window))].filter((window) => window !== "event");
}

function budgetsOf(campaigns: readonly CompiledCampaign[]): Budget[] {
  return campaigns.flatMap(({ campaignId, limits }) =>
    limits.flatMap(({ per, limitNo, measure, amount, window }) =>
      per === "campaign" && window !== "event" ? [{ campaignId, limitNo, measure, amount, window }] : [],
    ),
  );
}

/** Each counter once, with the most days that any condition looks at. */
function countersReadBy(campaigns: readonly VersionedCampaign[], selectors: LineSelectors): CounterInUse[] {
  const inUse = new Map<string, CounterInUse>();
  for (const condition of campaigns.flatMap(({ definition }) => historyConditionsIn(definition.condition))) {
    const counter = counterOf(condition, selectors);
    const days = daysLookedAt(condition);
    const { byDay, allTime } = rowsLookedAt(condition);
    const known = inUse.get(counter.key);
    if (known === undefined) {
      inUse.set(counter.key, { counter, days, byDay, allTime });
      continue;
    }
    known.days = known.days === null || days === null ? null : Math.max(known.days, days);
    known.byDay ||= byDay;
    known.allTime ||= allTime;
  }
  return [...inUse.values()];
}
