import type { CampaignDefinition } from "../language/definition";
import { type BenefitEffect, type Effect, isBenefit, type PointEffect, sourceOf } from "../language/effect";
import { inFilter } from "./comparisons";
import { type Nonsense, type Path, when } from "./nonsense";

export function inEffects(definition: CampaignDefinition): Nonsense[] {
  const { effects } = definition;
  return effects.flatMap((effect, index) => {
    const path = ["effects", index];
    const earlier = effects.slice(0, index);
    const twice = inRepeated(effect, earlier, path);
    if (twice.length > 0) return twice;
    return isBenefit(effect)
      ? inBenefit(effect, earlier, path)
      : [...inPoints(effect, path, definition), ...inUpTo(effect, path, definition)];
  });
}

function inRepeated(effect: Effect, earlier: readonly Effect[], path: Path): Nonsense[] {
  if (effect.kind === "fixed") {
    const isGiven = earlier.some(({ kind }) => kind === "fixed");
    return when(isGiven, path, "Fixed points are given above already. Add them up.");
  }
  const text = JSON.stringify(effect);
  const isSame = earlier.some((other) => JSON.stringify(other) === text);
  return when(isSame, path, "The same is given above already.");
}

function inPoints(effect: PointEffect, path: Path, { trigger }: CampaignDefinition): Nonsense[] {
  if (effect.kind === "fixed") return [];
  if (effect.kind === "per_value") {
    if (trigger.event === "custom" && sourceOf(effect.field).source === "lines") {
      return [{ path: [...path, "field"], message: "Only a purchase has lines." }];
    }
    return inRounding(effect, path);
  }
  const needsLines = effect.kind !== "multiplier" || effect.filter !== undefined || effect.pick !== undefined;
  if (trigger.event === "custom" && needsLines) {
    const message = "Only a purchase has amounts and lines; other events give points fixed or per value.";
    return [{ path, message }];
  }
  const found = inFilter(effect.filter, [...path, "filter"]);
  if (effect.kind === "per_quantity") return [...found, ...inTogether(effect, path)];
  if (effect.kind === "per_amount") return [...found, ...inRounding(effect, path)];
  return effect.kind === "steps" ? [...found, ...inSteps(effect.steps, [...path, "steps"])] : found;
}

/** What is bought together is not the same twice: a piece would make a set with itself. */
function inTogether(
  { filter, together = [] }: Extract<PointEffect, { kind: "per_quantity" }>,
  path: Path,
): Nonsense[] {
  const seen = new Set([JSON.stringify(filter)]);
  return together.flatMap((part, index) => {
    const at = [...path, "together", index, "filter"];
    const text = JSON.stringify(part.filter);
    const isSame = seen.has(text);
    seen.add(text);
    return [
      ...inFilter(part.filter, at),
      ...when(isSame, at, "The same is asked for above: raise the pieces there."),
    ];
  });
}

type Rated = Extract<PointEffect, { kind: "per_amount" | "per_value" }>;

function inRounding({ whole, rounding }: Rated, path: Path): Nonsense[] {
  const isIdle = whole === true && rounding !== "floor";
  return when(isIdle, [...path, "rounding"], "What counts whole ones only leaves nothing to round.");
}

/** Steps go up, in what they ask for and in what they give. */
function inSteps(steps: readonly { from: number; points: number }[], path: Path): Nonsense[] {
  return steps.flatMap(({ from, points }, index) => {
    const before = steps[index - 1];
    if (before === undefined) return [];
    if (from <= before.from) {
      const message = `Steps go up: this one begins above ${before.from}.`;
      return [{ path: [...path, index, "from"], message }];
    }
    const message = `A higher step gives more than the one before it, which gives ${before.points}.`;
    return when(points <= before.points, [...path, index, "points"], message);
  });
}

function inUpTo(effect: PointEffect, path: Path, { limits }: CampaignDefinition): Nonsense[] {
  const upTo = "upTo" in effect ? effect.upTo : undefined;
  if (upTo === undefined) return [];
  const tighter = limits.find(({ points }) => points !== undefined && points < upTo);
  const message = `The limit of ${tighter?.points} points is always reached first. Lower this one.`;
  return when(tighter !== undefined, [...path, "upTo"], message);
}

/** What an effect names and does about it; two that name the same and do different things undo each other. */
function nameOf(effect: BenefitEffect): { name: string; action: string; path: string } | null {
  switch (effect.kind) {
    case "tag":
      return { name: `tag ${effect.tag.toLowerCase()}`, action: effect.action, path: "tag" };
    case "segment":
      return { name: `segment ${effect.segment}`, action: effect.action, path: "segment" };
    case "tier":
      return { name: "tier", action: effect.tier, path: "tier" };
    case "badge":
      return { name: `badge ${effect.badge.toLowerCase()}`, action: "give", path: "badge" };
    case "progress":
      return {
        name: `challenge ${effect.challenge.toLowerCase()}`,
        action: String(effect.by),
        path: "challenge",
      };
    default:
      return null;
  }
}

function inBenefit(effect: BenefitEffect, earlier: readonly Effect[], path: Path): Nonsense[] {
  if (effect.kind === "progress" && effect.by > effect.goal) {
    return [{ path: [...path, "by"], message: "One step cannot be longer than the whole way." }];
  }
  const own = nameOf(effect);
  if (own === null) return [];
  const other = earlier
    .filter(isBenefit)
    .map(nameOf)
    .find((named) => named?.name === own.name);
  return when(
    other !== undefined,
    [...path, own.path],
    own.name === "tier"
      ? "Members have one tier: the campaign gives another above."
      : "An effect above speaks of the same one already.",
  );
}

/** Points, or something that costs money: what limits and terms can be about. */
export function givesPoints({ effects }: CampaignDefinition): boolean {
  return effects.some((effect) => !isBenefit(effect));
}

export function costsMoney(definition: CampaignDefinition): boolean {
  return (
    givesPoints(definition) ||
    definition.effects.some((effect) => effect.kind === "voucher" && effect.costMinor > 0)
  );
}
