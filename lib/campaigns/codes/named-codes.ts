import { SEGMENTS } from "../language/audience";
import type { Condition } from "../language/condition";
import type { CampaignDefinition } from "../schema";
import { type CodeKind, codesIn } from "./unknown-codes";

/** What of the program's own a campaign names by its code. */
export type NamedCodes = { tiers: Set<string>; segments: Set<string> };

/** The tiers and segments that a campaign asks for or gives. */
export function namedCodes(
  definition: Pick<CampaignDefinition, "audience" | "condition" | "effects">,
): NamedCodes {
  const codes = codesIn(definition);
  const of = (kind: CodeKind) => new Set(codes.flatMap((named) => (named.kind === kind ? [named.code] : [])));
  return { tiers: of("tier"), segments: of("segment") };
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
    case "compare":
      return condition.with === `member.${SEGMENTS}`;
    default:
      return false;
  }
}
