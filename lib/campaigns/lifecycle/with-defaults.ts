import type { Condition } from "../language/condition";
import type { CampaignDefinition } from "../language/definition";
import type { Effect } from "../language/effect";

/** What a campaign that says nothing of these has. */
const EMPTY: CampaignDefinition = {
  name: "",
  trigger: { event: "purchase" },
  audience: null,
  condition: null,
  effects: [],
  limits: [],
  schedule: {},
};

/** What parts of a kind have that say nothing of it. */
const DEFAULTS: Readonly<Record<string, object>> = {
  dates: { yearly: false },
  anniversary: { daysBefore: 0, daysAfter: 0 },
  history: { withThis: false },
  per_amount: { basis: "basket", rounding: "floor" },
  per_quantity: { pieces: 1 },
  per_value: { rounding: "floor" },
  multiplier: { on: "base", rounding: "floor" },
  voucher: { costMinor: 0 },
  progress: { by: 1 },
  tag: { action: "add" },
  segment: { action: "add" },
};

/**
 * An unfinished campaign with everything that it leaves to its defaults, so that it can be shown and edited like a
 * finished one. Finished ones have theirs from parsing.
 * @param draft shaped like a campaign, but for what has a default
 */
export function withDefaults(draft: Partial<CampaignDefinition>): CampaignDefinition {
  const { condition = null, effects = [], stacking } = draft;
  return {
    ...EMPTY,
    ...draft,
    condition: condition === null ? null : completeCondition(condition),
    effects: effects.map(completeEffect),
    ...(stacking && {
      stacking: { ...stacking, priority: stacking.priority ?? 0, exclusive: stacking.exclusive ?? false },
    }),
  };
}

function completeEffect(effect: Effect): Effect {
  const complete = { ...DEFAULTS[effect.kind], ...effect };
  if (complete.kind === "per_quantity" && complete.together !== undefined) {
    return {
      ...complete,
      together: complete.together.map((part) => ({ ...part, pieces: part.pieces ?? 1 })),
    };
  }
  if (!("pick" in complete) || complete.pick === undefined) return complete;
  return { ...complete, pick: { ...complete.pick, pieces: complete.pick.pieces ?? 1 } };
}

function completeCondition(condition: Condition): Condition {
  switch (condition.kind) {
    case "all":
    case "any":
      return { ...condition, conditions: condition.conditions.map(completeCondition) };
    case "not":
      return { ...condition, condition: completeCondition(condition.condition) };
    case "history":
      return {
        ...DEFAULTS.history,
        ...condition,
        of: { ...condition.of, event: condition.of?.event ?? "purchase" },
      };
    default:
      return { ...DEFAULTS[condition.kind], ...condition };
  }
}
