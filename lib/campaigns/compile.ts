import { type Check, compileAudience, compileCondition } from "./conditions";
import { compileEffect, type Give } from "./effects";
import { moneyFormat } from "./numbers";
import type { CampaignDefinition, Limit } from "./schema";
import { WindowStarts } from "./windows";
import { limitWords, type Wording } from "./words";

/** What compiling depends on beside the campaigns. */
export type RuleSetProgram = { timeZone: string; currency: string; locale?: string; pointName?: string };

export type CompiledLimit = Pick<Limit, "points" | "window"> & { limitNo: number; words: string };

export type CompiledCampaign = {
  campaignId: string;
  version: number;
  name: string;
  /** Milliseconds since 1970: first instant, and the first instant after. */
  startsAt: number;
  endsAt: number;
  audience: Check;
  condition: Check;
  base: Give[];
  bonus: Give[];
  limits: CompiledLimit[];
};

export type CompiledRuleSet = {
  version: number;
  timeZone: string;
  windows: WindowStarts;
  /** By event type, in evaluation order. */
  byType: ReadonlyMap<string, readonly CompiledCampaign[]>;
};

export type VersionedCampaign = { campaignId: string; version: number; definition: CampaignDefinition };

/** Turns the campaigns of a rule-set version into closures: done once a version, never per event. */
export function compileRuleSet(
  version: number,
  campaigns: readonly VersionedCampaign[],
  { timeZone, currency, locale = "en", pointName = "points" }: RuleSetProgram,
): CompiledRuleSet {
  const wording = { currency, locale, pointName };
  const byType = new Map<string, CompiledCampaign[]>();
  for (const campaign of campaigns) {
    const { trigger } = campaign.definition;
    const type = trigger.event === "custom" ? `custom:${trigger.name}` : trigger.event;
    const group = byType.get(type);
    const compiled = compileCampaign(campaign, wording);
    if (group) group.push(compiled);
    else byType.set(type, [compiled]);
  }
  return { version, timeZone, windows: new WindowStarts(timeZone), byType };
}

function compileCampaign(
  { campaignId, version, definition }: VersionedCampaign,
  wording: Wording,
): CompiledCampaign {
  const money = moneyFormat(wording.currency, wording.locale);
  const { startsAt, endsAt } = definition.schedule;
  const effects = definition.effects.map((effect) => compileEffect(effect, wording, money));
  const givers = (pass: "base" | "bonus") =>
    effects.filter((effect) => effect.pass === pass).map((effect) => effect.give);
  return {
    campaignId,
    version,
    name: definition.name,
    startsAt: startsAt ? Date.parse(startsAt) : Number.NEGATIVE_INFINITY,
    endsAt: endsAt ? Date.parse(endsAt) : Number.POSITIVE_INFINITY,
    audience: compileAudience(definition.audience),
    condition: compileCondition(definition.condition, money),
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
