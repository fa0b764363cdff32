import { type MemberTest, SEGMENTS, TIER } from "../language/audience";
import type { Condition } from "../language/condition";
import type { CampaignDefinition } from "../language/definition";

/** What a program has given short names, as far as a campaign may name it. */
export type KnownCodes = {
  tier: ReadonlySet<string>;
  segment: ReadonlySet<string>;
  group: ReadonlySet<string>;
  sponsor: ReadonlySet<string>;
};
export type CodeKind = keyof KnownCodes;

type Path = (string | number)[];
export type UnknownCode = { path: Path; kind: CodeKind; code: string };

/** Tiers, segments, groups and sponsors that a campaign names and the program does not have, and where. */
export function unknownCodes(definition: CampaignDefinition, known: KnownCodes): UnknownCode[] {
  return codesIn(definition).filter(({ kind, code, isTest }) => {
    // Programs that keep tiers elsewhere send them as an attribute, and have none of their own.
    const isElsewhere = kind === "tier" && isTest && known.tier.size === 0;
    return !isElsewhere && !known[kind].has(code);
  });
}

type Naming = Pick<CampaignDefinition, "audience" | "condition" | "effects"> &
  Partial<Pick<CampaignDefinition, "stacking" | "funding">>;

/** Every code that a campaign names; `isTest` where it compares with it rather than gives it. */
export function codesIn(definition: Naming): (UnknownCode & { isTest: boolean })[] {
  const { audience, condition, effects, stacking, funding } = definition;
  const tests = [
    ...(audience?.tests ?? []).map((test, index) => ({ test, path: ["audience", "tests", index, "test"] })),
    ...(condition === null ? [] : testsIn(condition, ["condition"])),
  ];
  const given = effects.flatMap((effect, index): UnknownCode[] => {
    if (effect.kind === "tier")
      return [{ path: ["effects", index, "tier"], kind: "tier", code: effect.tier }];
    if (effect.kind !== "segment") return [];
    return [{ path: ["effects", index, "segment"], kind: "segment", code: effect.segment }];
  });
  if (stacking?.group) given.push({ path: ["stacking", "group"], kind: "group", code: stacking.group });
  if (funding) given.push({ path: ["funding", "sponsor"], kind: "sponsor", code: funding.sponsor });
  return [
    ...tests.flatMap(({ test, path }) => codesOf(test, path).map((code) => ({ ...code, isTest: true }))),
    ...given.map((code) => ({ ...code, isTest: false })),
  ];
}

function testsIn(condition: Condition, path: Path): { test: MemberTest; path: Path }[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.conditions.flatMap((child, index) => testsIn(child, [...path, "conditions", index]));
    case "not":
      return testsIn(condition.condition, [...path, "condition"]);
    case "member":
      return [{ test: condition, path: [...path, "test"] }];
    default:
      return [];
  }
}

function codesOf({ attribute, test }: MemberTest, path: Path): UnknownCode[] {
  const kind = attribute === TIER ? "tier" : attribute === SEGMENTS ? "segment" : null;
  if (kind === null || !("value" in test)) return [];
  const values = Array.isArray(test.value) ? test.value : [test.value];
  return values.flatMap((value, index) => {
    if (typeof value !== "string") return [];
    const at = [...path, "value", ...(Array.isArray(test.value) ? [index] : [])];
    return [{ path: at, kind, code: value.toLowerCase() }];
  });
}
