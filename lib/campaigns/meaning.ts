import type { CampaignDefinition } from "./language/definition";
import { inMemberTest } from "./meaning/comparisons";
import { inConditions } from "./meaning/conditions";
import { inAudienceTogether } from "./meaning/contradictions";
import { costsMoney, givesPoints, inEffects } from "./meaning/effects";
import { inLimits } from "./meaning/limits";
import { type Nonsense, when } from "./meaning/nonsense";

export type { Nonsense } from "./meaning/nonsense";

/**
 * Rules that fit the types and still could never hold, could never matter, or contradict each other. Empty for a
 * campaign that can run.
 */
export function findMeaningless(definition: CampaignDefinition): Nonsense[] {
  return [
    ...inAudience(definition),
    ...inConditions(definition),
    ...inEffects(definition),
    ...inLimits(definition),
    ...inTerms(definition),
    ...inFunding(definition),
    ...inSchedule(definition),
  ];
}

function inAudience({ audience }: CampaignDefinition): Nonsense[] {
  if (audience === null) return [];
  const path = ["audience", "tests"];
  const found = audience.tests.flatMap((test, index) => inMemberTest(test, [...path, index, "test"]));
  return audience.match === "all" ? [...found, ...inAudienceTogether(audience.tests, path)] : found;
}

function inTerms(definition: CampaignDefinition): Nonsense[] {
  const { terms, effects } = definition;
  const isSet = Object.values(terms ?? {}).some((value) => value !== undefined);
  const isIdle = isSet && effects.length > 0 && !givesPoints(definition);
  return when(isIdle, ["terms"], "The campaign gives no points that these could be about.");
}

function inFunding(definition: CampaignDefinition): Nonsense[] {
  const isIdle = definition.funding !== undefined && definition.effects.length > 0 && !costsMoney(definition);
  return when(
    isIdle,
    ["funding"],
    "Nothing that the campaign gives costs anything, so there is nothing to pay.",
  );
}

function inSchedule({ schedule: { startsAt, endsAt } }: CampaignDefinition): Nonsense[] {
  const isBackward =
    startsAt !== undefined && endsAt !== undefined && Date.parse(endsAt) <= Date.parse(startsAt);
  return when(isBackward, ["schedule", "endsAt"], "The end comes after the beginning.");
}
