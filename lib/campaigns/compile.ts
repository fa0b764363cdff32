import type { Window } from "@/lib/core/calendar";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs/schema";
import { type Check, compileAudience, compileCondition, compileSchedule } from "./conditions";
import type { CampaignTerms } from "./definition";
import { compileEffect, type Give } from "./effects";
import { moneyFormat } from "./numbers";
import { Phrases } from "./phrases";
import type { CampaignDefinition, Limit } from "./schema";
import { WindowStarts } from "./windows";
import { limitWords, type Wording } from "./words";

/** What compiling depends on beside the campaigns. */
export type RuleSetProgram = {
  timeZone: string;
  currency: string;
  locale?: string;
  pointName?: string;
  /** The types that campaigns may give; absent: only the spendable one. */
  pointTypes?: readonly { pointTypeNo: number; code: string }[];
};

export type CompiledLimit = Pick<Limit, "points" | "window"> & { limitNo: number; words: string };

export type CompiledCampaign = {
  campaignId: string;
  version: number;
  name: string;
  schedule: Check;
  audience: Check;
  condition: Check;
  base: Give[];
  bonus: Give[];
  limits: CompiledLimit[];
  pointTypeNo: number;
};

export type CompiledRuleSet = {
  version: number;
  timeZone: string;
  windows: WindowStarts;
  /** By event type, in evaluation order. */
  byType: ReadonlyMap<string, readonly CompiledCampaign[]>;
  /** By event type, the kinds of windows in which its limits count over several events. */
  windowsByType: ReadonlyMap<string, readonly Window[]>;
  /** What refusals name by number; see `Phrases`. */
  phrases: readonly string[];
  /** What becomes of each campaign's points, by campaign. */
  terms: ReadonlyMap<string, CampaignTerms & { pointTypeNo: number }>;
};

export type VersionedCampaign = { campaignId: string; version: number; definition: CampaignDefinition };

/** Turns the campaigns of a rule-set version into closures: done once a version, never per event. */
export function compileRuleSet(
  version: number,
  campaigns: readonly VersionedCampaign[],
  { timeZone, currency, locale = "en", pointName = "points", pointTypes = [] }: RuleSetProgram,
): CompiledRuleSet {
  const numbers = new Map(pointTypes.map(({ code, pointTypeNo }) => [code, pointTypeNo]));
  const terms = new Map<string, CampaignTerms & { pointTypeNo: number }>();
  const wording = { currency, locale, pointName };
  const phrases = new Phrases();
  const byType = new Map<string, CompiledCampaign[]>();
  for (const campaign of campaigns) {
    const { trigger } = campaign.definition;
    const type = trigger.event === "custom" ? `custom:${trigger.name}` : trigger.event;
    const group = byType.get(type);
    const own = campaign.definition.terms ?? {};
    const pointTypeNo = own.pointType === undefined ? SPENDABLE_POINT_TYPE : numbers.get(own.pointType);
    if (pointTypeNo === undefined) throw new RangeError(`the program has no point type “${own.pointType}”`);
    terms.set(campaign.campaignId, { ...own, pointTypeNo });
    const compiled = { ...compileCampaign(campaign, wording, phrases), pointTypeNo };
    if (group) group.push(compiled);
    else byType.set(type, [compiled]);
  }
  return {
    version,
    timeZone,
    windows: new WindowStarts(timeZone),
    byType,
    windowsByType: windowsOf(byType),
    phrases: phrases.list,
    terms,
  };
}

function windowsOf(byType: ReadonlyMap<string, readonly CompiledCampaign[]>): Map<string, Window[]> {
  const found = new Map<string, Window[]>();
  for (const [type, campaigns] of byType) {
    const windows = new Set(campaigns.flatMap(({ limits }) => limits.map(({ window }) => window)));
    found.set(
      type,
      [...windows].filter((window) => window !== "event"),
    );
  }
  return found;
}

function compileCampaign(
  { campaignId, version, definition }: VersionedCampaign,
  wording: Wording,
  phrases: Phrases,
): Omit<CompiledCampaign, "pointTypeNo"> {
  const money = moneyFormat(wording.currency, wording.locale);
  const effects = definition.effects.map((effect) => compileEffect(effect, wording, money));
  const givers = (pass: "base" | "bonus") =>
    effects.filter((effect) => effect.pass === pass).map((effect) => effect.give);
  return {
    campaignId,
    version,
    name: definition.name,
    schedule: compileSchedule(definition.schedule, phrases),
    audience: compileAudience(definition.audience, phrases),
    condition: compileCondition(definition.condition, money, phrases),
    base: givers("base"),
    bonus: givers("bonus"),
    limits: definition.limits.map(({ points, window }, limitNo) => ({
      points,
      window,
      limitNo,
      words: limitWords(points, window, wording),
    })),
  };
}
