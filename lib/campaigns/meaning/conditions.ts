import type { Condition } from "../language/condition";
import type { CampaignDefinition } from "../language/definition";
import { inComparing, inDistance } from "./comparing";
import {
  inAmount,
  inBound,
  inComparison,
  inFilter,
  inMemberTest,
  inTextComparison,
  wholeness,
} from "./comparisons";
import { allOf, inEither, inTogether } from "./contradictions";
import { inDates, inTime } from "./dates";
import { inHistory } from "./history";
import { type Nonsense, type Path, when } from "./nonsense";

const MAX_DEPTH = 5;
const MAX_CONDITIONS = 50;

type Kind<Name extends Condition["kind"]> = Extract<Condition, { kind: Name }>;

export function inConditions(definition: CampaignDefinition): Nonsense[] {
  const { condition } = definition;
  if (condition === null) return [];
  const path = ["condition"];
  return [...inNode(condition, path, 1, definition), ...inGroup(condition, path), ...inSize(condition)];
}

function inSize(condition: Condition): Nonsense[] {
  const count = countOf(condition);
  const message = `A campaign has at most ${MAX_CONDITIONS} conditions; these are ${count}.`;
  return when(count > MAX_CONDITIONS, ["condition"], message);
}

function countOf(condition: Condition): number {
  if (condition.kind === "not") return countOf(condition.condition);
  if (condition.kind !== "all" && condition.kind !== "any") return 1;
  return condition.conditions.reduce((sum, child) => sum + countOf(child), 0);
}

/** What is wrong with a condition by itself, and with those in it. */
function inNode(node: Condition, path: Path, depth: number, definition: CampaignDefinition): Nonsense[] {
  if (depth > MAX_DEPTH) return [{ path, message: `Groups nest at most ${MAX_DEPTH} deep.` }];
  const { trigger } = definition;
  switch (node.kind) {
    case "all":
    case "any":
      return node.conditions.flatMap((child, index) =>
        inNode(child, [...path, "conditions", index], depth + 1, definition),
      );
    case "not":
      if (node.condition.kind === "not") {
        return inTwice(node.condition, path, depth, definition);
      }
      return inNode(node.condition, [...path, "condition"], depth + 1, definition);
    case "lines":
    case "basket":
    case "event":
    case "code":
      return inPurchase(node, path, definition);
    case "time":
      return inTime(node, path);
    case "dates":
      return inDates(node, path, definition.schedule);
    case "member":
      return inMemberTest(node, [...path, "test"]);
    case "anniversary":
    case "anniversary_month":
      return [];
    case "compare":
      return inComparing(node, trigger.event === "custom", path);
    case "distance":
      return inDistance(node, path);
    case "history":
      return inHistory(node, path, trigger.event === "custom" ? `custom:${trigger.name}` : trigger.event);
  }
}

/** Two negations say what one condition says without them; how deep they go is the first thing to say. */
function inTwice(inner: Kind<"not">, path: Path, depth: number, definition: CampaignDefinition): Nonsense[] {
  const deeper = inNode(inner, [...path, "condition"], depth + 1, definition);
  return deeper.length > 0 ? deeper : [{ path, message: "Not of not says nothing. Remove both." }];
}

/** What conditions say together: groups of `all` are looked at with the groups of `all` inside them. */
function inGroup(node: Condition, path: Path): Nonsense[] {
  if (node.kind === "not") return inGroup(node.condition, [...path, "condition"]);
  if (node.kind === "all") {
    const members = allOf(node, path);
    return [...inTogether(members), ...members.flatMap((member) => inGroup(member.node, member.path))];
  }
  if (node.kind !== "any") return [];
  const members = node.conditions.map((child, index) => ({
    node: child,
    path: [...path, "conditions", index],
  }));
  return [...inEither(members), ...members.flatMap((member) => inGroup(member.node, member.path))];
}

const FIELDS: Readonly<Record<string, string>> = {
  store: "A store",
  channel: "A channel",
  device: "A device",
};

function inPurchase(
  node: Kind<"lines" | "basket" | "event" | "code">,
  path: Path,
  { trigger }: CampaignDefinition,
): Nonsense[] {
  const isCustom = trigger.event === "custom";
  if (node.kind === "event") {
    if (isCustom && !node.field.startsWith("attributes.")) {
      return [{ path, message: "Only a purchase has this field." }];
    }
    const at = [...path, "test"];
    if (node.field === "amountMinor") return inAmount(node.test, at);
    const what = FIELDS[node.field];
    return what === undefined ? inComparison(node.test, at) : inTextComparison(node.test, what, at);
  }
  if (node.kind === "code") {
    if (isCustom) return [{ path, message: "Codes come with purchases only." }];
    const folded = node.codes.map((code) => code.toLowerCase());
    return node.codes.flatMap((code, index) =>
      when(
        folded.indexOf(code.toLowerCase()) !== index,
        [...path, "codes", index],
        "This code is named already.",
      ),
    );
  }
  if (isCustom) return [{ path, message: "Only a purchase has lines." }];
  const found = inFilter(node.filter, [...path, "filter"]);
  if (node.kind === "lines") return found;
  return [...found, ...inBound(node.op, node.value, [...path, "value"], wholeness(node.measure))];
}
