import {
  type CampaignDefinition,
  LIMIT_MEASURES,
  type Limit,
  type LimitMeasure,
} from "../language/definition";
import { costsMoney, givesPoints } from "./effects";
import { type Nonsense, type Path, when } from "./nonsense";

/** How far the windows of limits reach, for comparing them. */
const WINDOW_ORDER = { event: 0, day: 1, week: 2, month: 3, year: 4, lifetime: 5 } as const;

export function inLimits(definition: CampaignDefinition): Nonsense[] {
  const { limits, effects } = definition;
  return limits.flatMap((limit, index) => {
    const path = ["limits", index];
    const measure = LIMIT_MEASURES.find((name) => limit[name] !== undefined);
    if (measure === undefined) return [];
    const own = inLimit(limit, measure, path);
    if (own.length > 0) return own;
    if (effects.length > 0 && measure === "points" && !givesPoints(definition)) {
      return [
        { path: [...path, "points"], message: "The campaign gives no points: limit how often instead." },
      ];
    }
    if (effects.length > 0 && measure === "costMinor" && !costsMoney(definition)) {
      return [{ path: [...path, "costMinor"], message: "Nothing that the campaign gives costs anything." }];
    }
    return inOthers(limits, limit, measure, path);
  });
}

function inLimit({ per, window }: Limit, measure: LimitMeasure, path: Path): Nonsense[] {
  if (window !== "event") return [];
  if (measure === "times") {
    return [{ path: [...path, "window"], message: "Each time is one time. Choose a day or longer." }];
  }
  const message = "One event is one member's: set this limit per member.";
  return when(per === "campaign", [...path, "per"], message);
}

/** A limit that another one always meets first has no effect. */
function inOthers(limits: readonly Limit[], limit: Limit, measure: LimitMeasure, path: Path): Nonsense[] {
  const amount = limit[measure] ?? 0;
  const comparable = limits.filter((other) => other[measure] !== undefined);
  const same = comparable.filter(({ per, window }) => per === limit.per && window === limit.window);
  if (same.length > 1 && same[0] !== limit) {
    return [{ path, message: "There is a limit for this period already." }];
  }
  const longer = comparable.find(
    (other) =>
      other.per === limit.per &&
      WINDOW_ORDER[other.window] > WINDOW_ORDER[limit.window] &&
      (other[measure] ?? 0) <= amount,
  );
  if (longer !== undefined) {
    const message = `The limit of ${longer[measure]} over a longer period is always reached first. Lower this one.`;
    return [{ path: [...path, measure], message }];
  }
  const shared = comparable.find(
    (other) =>
      limit.per === "member" &&
      other.per === "campaign" &&
      WINDOW_ORDER[other.window] >= WINDOW_ORDER[limit.window] &&
      (other[measure] ?? 0) < amount,
  );
  const message = `All members together get no more than ${shared?.[measure]}. Lower this one.`;
  return when(shared !== undefined, [...path, measure], message);
}
