import {
  type CampaignDefinition,
  type ComparisonTest,
  type Condition,
  DAYS_SINCE_JOINING,
  type Effect,
  type LineFilter,
} from "./definition";

/** Something in a campaign that cannot mean anything, and where it stands. */
export type Nonsense = { path: Path; message: string };
type Path = (string | number)[];

const MAX_DEPTH = 5;
const MAX_CONDITIONS = 50;
/** How far the windows of limits reach, for comparing them. */
const WINDOW_ORDER = { event: 0, day: 1, week: 2, month: 3, year: 4, lifetime: 5 } as const;

/**
 * Rules that fit the types and still could never hold, could never matter, or contradict each other. Empty for a
 * campaign that can run.
 */
export function findMeaningless(definition: CampaignDefinition): Nonsense[] {
  const { condition } = definition;
  return [
    ...inAudience(definition),
    ...(condition === null
      ? []
      : [...inCondition(condition, ["condition"], 1, definition), ...inSize(condition)]),
    ...inEffects(definition),
    ...inLimits(definition),
    ...inSchedule(definition),
  ];
}

function inAudience({ audience }: CampaignDefinition): Nonsense[] {
  return (audience?.tests ?? []).flatMap(({ attribute, test }, index) => {
    const path = ["audience", "tests", index, "test"];
    if (attribute === DAYS_SINCE_JOINING && test.op !== "at_least" && test.op !== "at_most") {
      return [{ path, message: "Compare days with at least or at most." }];
    }
    return inComparison(test, path);
  });
}

function inComparison(test: ComparisonTest, path: Path): Nonsense[] {
  const values = test.op === "exists" ? [] : Array.isArray(test.value) ? test.value : [test.value];
  return values.some((value) => typeof value === "string" && value.trim() === "")
    ? [{ path: [...path, "value"], message: "Must not be empty." }]
    : [];
}

function inSize(condition: Condition): Nonsense[] {
  const count = countOf(condition);
  return count > MAX_CONDITIONS
    ? [
        {
          path: ["condition"],
          message: `A campaign has at most ${MAX_CONDITIONS} conditions; these are ${count}.`,
        },
      ]
    : [];
}

function countOf(condition: Condition): number {
  if (condition.kind === "not") return countOf(condition.condition);
  if (condition.kind !== "all" && condition.kind !== "any") return 1;
  return condition.conditions.reduce((sum, child) => sum + countOf(child), 0);
}

function inCondition(node: Condition, path: Path, depth: number, definition: CampaignDefinition): Nonsense[] {
  if (depth > MAX_DEPTH) return [{ path, message: `Groups nest at most ${MAX_DEPTH} deep.` }];
  switch (node.kind) {
    case "all":
    case "any": {
      const children = node.conditions.flatMap((child, index) =>
        inCondition(child, [...path, "conditions", index], depth + 1, definition),
      );
      return node.kind === "all" ? [...children, ...inRange(node.conditions, path)] : children;
    }
    case "not":
      return inCondition(node.condition, [...path, "condition"], depth + 1, definition);
    case "lines":
    case "basket":
    case "event":
      return inPurchase(node, path, definition);
    case "time":
      return new Set(node.weekdays).size === 7
        ? [
            {
              path: [...path, "weekdays"],
              message: "Every day of the week is no condition. Leave the days out.",
            },
          ]
        : [];
  }
}

function inPurchase(
  node: Extract<Condition, { kind: "lines" | "basket" | "event" }>,
  path: Path,
  { trigger }: CampaignDefinition,
): Nonsense[] {
  const isCustom = trigger.event === "custom";
  if (node.kind === "event") {
    if (isCustom && !node.field.startsWith("attributes.")) {
      return [{ path, message: "Only a purchase has this field." }];
    }
    return node.field === "amountMinor"
      ? inAmount(node.test, [...path, "test"])
      : inComparison(node.test, [...path, "test"]);
  }
  if (isCustom) return [{ path, message: "Only a purchase has lines." }];
  const found = inFilter(node.filter, [...path, "filter"]);
  if (node.kind === "lines") return found;
  return [...found, ...inBound(node.op, node.value, node.measure !== "quantity", [...path, "value"])];
}

function inAmount(test: ComparisonTest, path: Path): Nonsense[] {
  return test.op === "at_least" || test.op === "at_most"
    ? inBound(test.op, test.value, true, [...path, "value"])
    : [{ path, message: "Compare an amount with at least or at most." }];
}

function inBound(op: "at_least" | "at_most", value: number, isWhole: boolean, path: Path): Nonsense[] {
  if (value < 0) return [{ path, message: "Never below zero." }];
  if (isWhole && !Number.isSafeInteger(value)) {
    return [{ path, message: "A whole number: amounts are in minor units, so 12.50 € is 1250." }];
  }
  if (op === "at_least" && value === 0) return [{ path, message: "“At least 0” always holds. Raise it." }];
  return [];
}

/** Two bounds on the total that leave nothing between them. */
function inRange(children: readonly Condition[], path: Path): Nonsense[] {
  let least = 0;
  for (const child of children) {
    if (child.kind === "event" && child.field === "amountMinor" && child.test.op === "at_least") {
      least = Math.max(least, child.test.value);
    }
  }
  return children.flatMap((child, index) =>
    child.kind === "event" &&
    child.field === "amountMinor" &&
    child.test.op === "at_most" &&
    child.test.value < least
      ? [
          {
            path: [...path, "conditions", index, "test", "value"],
            message: "No total is that low and that high.",
          },
        ]
      : [],
  );
}

function inFilter(filter: LineFilter | undefined, path: Path): Nonsense[] {
  return (filter ?? []).flatMap((test, index) =>
    "value" in test
      ? inBound(test.op, test.value, test.field === "amountMinor", [...path, index, "value"])
      : [],
  );
}

function inEffects({ effects, trigger }: CampaignDefinition): Nonsense[] {
  const firstFixed = effects.findIndex(({ kind }) => kind === "fixed");
  return effects.flatMap((effect: Effect, index) => {
    const path = ["effects", index];
    if (effect.kind === "fixed") {
      return index === firstFixed
        ? []
        : [{ path, message: "Fixed points are given above already. Add them up." }];
    }
    if (trigger.event === "custom") {
      return [{ path, message: "Only a purchase has an amount; give fixed points for other events." }];
    }
    return inFilter(effect.filter, [...path, "filter"]);
  });
}

/** A longer period that allows no more than a shorter one leaves the shorter one without effect. */
function inLimits({ limits }: CampaignDefinition): Nonsense[] {
  return limits.flatMap((limit, index) => {
    if (limits.findIndex(({ window }) => window === limit.window) !== index) {
      return [{ path: ["limits", index], message: "There is a limit for this period already." }];
    }
    const longer = limits.find(
      ({ window, points }) => WINDOW_ORDER[window] > WINDOW_ORDER[limit.window] && points <= limit.points,
    );
    if (longer === undefined) return [];
    const message = `The limit of ${longer.points} over a longer period is always reached first. Lower this one.`;
    return [{ path: ["limits", index, "points"], message }];
  });
}

function inSchedule({ schedule: { startsAt, endsAt } }: CampaignDefinition): Nonsense[] {
  return startsAt && endsAt && Date.parse(endsAt) <= Date.parse(startsAt)
    ? [{ path: ["schedule", "endsAt"], message: "The end comes after the beginning." }]
    : [];
}
