import { isPosition, metresFrom } from "@/lib/core/great-circle";
import {
  type ComparingCondition,
  DAYS_SINCE_JOINING,
  type DistanceCondition,
  type Operand,
  operandOf,
  SEGMENTS,
  TAGS,
  TIER,
} from "../schema";
import { comparingWords, distanceWords, operandWords } from "../wording/comparing-words";
import type { Check, Compiling } from "./check";
import { attributeOf } from "./comparisons";
import { fold, milliOf } from "./fact-line";
import type { Facts } from "./facts";

const MILLI = 1_000;
const NONE: readonly string[] = [];

/**
 * One thing held against another. What is not known is neither equal to anything nor different from it, and a number
 * is never compared with a text.
 */
export function compileComparing(
  condition: ComparingCondition,
  { money, phrases }: Pick<Compiling, "money" | "phrases">,
): Check {
  const { field, op, with: other } = condition;
  const [left, right] = [operandOf(field), operandOf(other)];
  const [read, readOther] = [readerOf(left), readerOf(right)];
  const holds = HOLDS[op];
  const only = `only where ${comparingWords(condition, "the member’s")}`;
  const why = phrases.numberOf(only);
  const unknown = phrases.numberOf(`${only}; ${operandWords(left, "the member’s")} is not known`);
  const otherUnknown = phrases.numberOf(`${only}; ${operandWords(right, "the member’s")} is not known`);
  const unlike = phrases.numberOf(`${only}; one of them is a number and the other is not`);
  const needed = `${op === "at_least" ? "at least" : "at most"} ${operandWords(right, "the member’s")} needed`;
  const isPaid = field === "amountMinor" && (op === "at_least" || op === "at_most");
  return (facts) => {
    const one = read(facts);
    if (one === undefined) return unknown;
    const two = readOther(facts);
    if (two === undefined) return otherUnknown;
    if (Array.isArray(two)) return holdsAmong(two, one) === (op === "is") ? null : why;
    if (typeof one !== typeof two) return unlike;
    if (holds(fold(one), fold(two))) return null;
    return isPaid ? `${money(facts.amountMinor)}, ${needed}` : why;
  };
}

type Value = string | number | boolean;
type Reader = (facts: Facts) => Value | readonly string[] | undefined;

const HOLDS = {
  is: (one: unknown, two: unknown) => one === two,
  is_not: (one: unknown, two: unknown) => one !== two,
  at_least: (one: unknown, two: unknown) => typeof one === "number" && typeof two === "number" && one >= two,
  at_most: (one: unknown, two: unknown) => typeof one === "number" && typeof two === "number" && one <= two,
} as const satisfies Record<ComparingCondition["op"], unknown>;

/** Whether a value is one of those that a member has several of. */
function holdsAmong(values: readonly string[], value: unknown): boolean {
  const wanted = fold(value);
  return values.some((each) => each.toLowerCase() === wanted);
}

function readerOf({ of, name }: Operand): Reader {
  switch (of) {
    case "event":
      if (name === "amountMinor") return ({ amountMinor }) => amountMinor;
      if (name === "quantity") return (facts) => facts.select(null).quantityMilli / MILLI;
      return ({ payload }) => payload[name];
    case "attributes":
      return ({ payload }) => comparable(attributeOf(payload.attributes, name));
    case "lines":
      return ({ lines }) => sumOfLabels(lines, name);
    case "member":
      return memberReader(name);
  }
}

function memberReader(name: string): Reader {
  switch (name) {
    case DAYS_SINCE_JOINING:
      return (facts) => facts.daysSinceJoining;
    case SEGMENTS:
      return ({ member }) => member.segments ?? NONE;
    case TAGS:
      return ({ member }) => member.tags ?? NONE;
    case TIER:
      return ({ member }) => comparable(member.tier ?? attributeOf(member.attributes, TIER));
    default:
      return ({ member }) => comparable(attributeOf(member.attributes, name));
  }
}

/** What can be compared; an empty text says nothing. */
function comparable(value: unknown): Value | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  return typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

/** The numbers of that name on all lines together, to the thousandth; undefined where no line has one. */
function sumOfLabels(lines: Facts["lines"], name: string): number | undefined {
  let milli: number | undefined;
  for (const { attributes } of lines) {
    const value = attributeOf(attributes, name);
    if (typeof value === "number") milli = (milli ?? 0) + milliOf(value);
  }
  return milli === undefined ? undefined : milli / MILLI;
}

/** Whether the event says that it happened near a place; without a position that can be, it did not. */
export function compileDistance(
  condition: DistanceCondition,
  { styles, phrases }: Pick<Compiling, "styles" | "phrases">,
): Check {
  const { place, withinMetres, attributes: names } = condition;
  const metresAway = metresFrom(place);
  const within = distanceWords(condition);
  const nowhere = phrases.numberOf(`only ${within}; where it happened is not known`);
  const noPlace = phrases.numberOf(`only ${within}; there is no such place as where it happened`);
  return ({ payload }) => {
    const latitude = attributeOf(payload.attributes, names.latitude);
    const longitude = attributeOf(payload.attributes, names.longitude);
    if (latitude === undefined || longitude === undefined) return nowhere;
    if (typeof latitude !== "number" || typeof longitude !== "number") return noPlace;
    const position = { latitude, longitude };
    if (!isPosition(position)) return noPlace;
    const metres = metresAway(position);
    return metres <= withinMetres ? null : `${styles.integer.write(metres)} m away, ${within} needed`;
  };
}
