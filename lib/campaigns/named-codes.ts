import { SEGMENTS, TIER } from "./language/audience";
import type { ComparisonTest } from "./language/comparison";
import type { Condition } from "./language/condition";
import type { CampaignDefinition } from "./schema";

/** What of the program's own a campaign names by its code. */
export type NamedCodes = { tiers: Set<string>; segments: Set<string> };

/** The tiers and segments that a campaign asks for or gives. */
export function namedCodes(
  definition: Pick<CampaignDefinition, "audience" | "condition" | "effects">,
): NamedCodes {
  const found: NamedCodes = { tiers: new Set(), segments: new Set() };
  for (const { attribute, test } of definition.audience?.tests ?? []) note(found, attribute, test);
  if (definition.condition !== null) walk(definition.condition, found);
  for (const effect of definition.effects) {
    if (effect.kind === "tier") found.tiers.add(effect.tier);
    if (effect.kind === "segment") found.segments.add(effect.segment);
  }
  return found;
}

/** Whether rules look at the segments that a member is in. */
export function looksAtSegments({ audience, condition, effects }: CampaignDefinition): boolean {
  const inAudience = audience?.tests.some(({ attribute }) => attribute === SEGMENTS) ?? false;
  return inAudience || effects.some(({ kind }) => kind === "segment") || asksForSegments(condition);
}

function asksForSegments(condition: Condition | null): boolean {
  switch (condition?.kind) {
    case "all":
    case "any":
      return condition.conditions.some(asksForSegments);
    case "not":
      return asksForSegments(condition.condition);
    case "member":
      return condition.attribute === SEGMENTS;
    default:
      return false;
  }
}

function walk(condition: Condition, found: NamedCodes): void {
  if (condition.kind === "all" || condition.kind === "any") {
    for (const part of condition.conditions) walk(part, found);
  } else if (condition.kind === "not") walk(condition.condition, found);
  else if (condition.kind === "member") note(found, condition.attribute, condition.test);
}

function note(found: NamedCodes, attribute: string, test: ComparisonTest): void {
  const codes = attribute === TIER ? found.tiers : attribute === SEGMENTS ? found.segments : null;
  if (codes === null || !("value" in test)) return;
  const values = Array.isArray(test.value) ? test.value : [test.value];
  for (const value of values) if (typeof value === "string") codes.add(value.toLowerCase());
}
