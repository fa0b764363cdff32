import {
  type CampaignDefinition,
  type ComparingCondition,
  DAYS_SINCE_JOINING,
  type DistanceCondition,
  type Operand,
  operandOf,
  SEGMENTS,
  TAGS,
  TIER,
} from "@/lib/campaigns/schema";
import { type Example, type ExampleAttribute, nextKey } from "./example";
import { leavesOf } from "./leaves";

/** The example with what the campaign compares set so that it holds, where it can be set. */
export function withCompared(example: Example, { condition }: CampaignDefinition): Example {
  return leavesOf(condition).reduce((before, leaf) => {
    if (leaf.kind === "compare") return compared(before, leaf);
    return leaf.kind === "distance" ? near(before, leaf) : before;
  }, example);
}

/** Equal values are at least and at most one another, too. */
function compared(example: Example, { field, op, with: other }: ComparingCondition): Example {
  const [left, right] = [operandOf(field), operandOf(other)];
  if (left.name === "" || right.name === "") return example;
  const [one, two] = [sideOf(example, left), sideOf(example, right)];
  const isCounted = op === "at_least" || op === "at_most";
  const value = one || two || (isCounted ? USUAL_NUMBER : USUAL_TEXT);
  const unlike = Number.isFinite(Number(value)) ? String(Number(value) + 1) : OTHER_TEXT;
  if (isReckoned(right)) return put(example, left, op === "is_not" ? unlike : two);
  const begun = isReckoned(left) || one !== "" ? example : put(example, left, value);
  return put(begun, right, op === "is_not" ? unlike : value);
}

const USUAL_NUMBER = "10";
const USUAL_TEXT = "Mitte";
const OTHER_TEXT = "West";

/** What follows from the rest of the example: it cannot be set by itself. */
const isReckoned = ({ of, name }: Operand) =>
  name === "amountMinor" || name === "quantity" || (of === "member" && name === DAYS_SINCE_JOINING);

function sideOf(example: Example, operand: Operand): string {
  const sum = (key: "amountMinor" | "quantity") =>
    String(example.lines.reduce((total, line) => total + line[key], 0));
  switch (operand.of) {
    case "event":
      if (operand.name === "amountMinor" || operand.name === "quantity") return sum(operand.name);
      return example[operand.name];
    case "attributes":
      return valueNamed(example.eventAttributes, operand.name);
    case "lines":
      return valueNamed(example.lines[0]?.labels ?? [], operand.name);
    case "member":
      return valueOfMember(example, operand.name);
  }
}

function valueOfMember(example: Example, name: string): string {
  switch (name) {
    case TIER:
      return example.tier;
    case SEGMENTS:
    case TAGS:
      return example[name][0] ?? "";
    case DAYS_SINCE_JOINING:
      return String(example.joinedDaysAgo);
    default:
      return valueNamed(example.attributes, name);
  }
}

const valueNamed = (attributes: readonly ExampleAttribute[], name: string) =>
  attributes.find((attribute) => attribute.name === name)?.value ?? "";

function put(example: Example, { of, name }: Operand, value: string): Example {
  switch (of) {
    case "event":
      return name === "amountMinor" || name === "quantity" ? example : { ...example, [name]: value };
    case "attributes":
      return { ...example, eventAttributes: named(example.eventAttributes, name, value) };
    case "lines":
      return {
        ...example,
        lines: example.lines.map((line, place) =>
          place === 0 ? { ...line, labels: named(line.labels, name, value) } : line,
        ),
      };
    case "member":
      if (name === TIER) return { ...example, tier: value };
      if (name === SEGMENTS || name === TAGS) return { ...example, [name]: [value] };
      return { ...example, attributes: named(example.attributes, name, value) };
  }
}

function named(attributes: readonly ExampleAttribute[], name: string, value: string): ExampleAttribute[] {
  const known = attributes.find((attribute) => attribute.name === name);
  if (known === undefined) return [...attributes, { key: nextKey(attributes), name, value }];
  return attributes.map((attribute) => (attribute === known ? { ...attribute, value } : attribute));
}

/** At the place itself. */
function near(example: Example, { place, attributes }: DistanceCondition): Example {
  const north = named(example.eventAttributes, attributes.latitude, String(place.latitude));
  return {
    ...example,
    eventAttributes: named(north, attributes.longitude, String(place.longitude)),
  };
}
