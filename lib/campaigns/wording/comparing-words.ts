import {
  type ComparingCondition,
  DAYS_SINCE_JOINING,
  type DistanceCondition,
  type Operand,
  operandOf,
  SEGMENTS,
  TAGS,
  typeOf,
} from "../schema";
import { integerFormat } from "./numbers";
import { nameWords } from "./words";

/** Whose it is, where it is the member's: in a sentence about members, or in a reason about one. */
type Whose = "their" | "the member’s";

/** `the store is their home store`, `the guild is one of their segments` */
export function comparingWords({ field, op, with: other }: ComparingCondition, whose: Whose): string {
  const right = operandOf(other);
  const words = operandWords(right, whose);
  const how =
    typeOf(right) === "labels" ? (op === "is_not" ? "is none of" : "is one of") : COMPARING_WORDS[op];
  return `${operandWords(operandOf(field), whose)} ${how} ${words}`;
}

const COMPARING_WORDS = {
  is: "is",
  is_not: "is not",
  at_least: "is at least",
  at_most: "is at most",
} as const;

const FIELD_WORDS: Readonly<Record<string, string>> = { amountMinor: "total", quantity: "number of pieces" };

/** `the store`, `their home store`, `the days since they joined` */
export function operandWords({ of, name }: Operand, whose: Whose): string {
  const words = nameWords(name);
  switch (of) {
    case "event":
      return `the ${FIELD_WORDS[name] ?? words}`;
    case "attributes":
      return `the ${words}`;
    case "lines":
      return `the ${words} of all lines`;
    case "member":
      if (name === DAYS_SINCE_JOINING) {
        return `the days since ${whose === "their" ? "they" : "the member"} joined`;
      }
      return `${whose} ${name === SEGMENTS || name === TAGS ? name : words}`;
  }
}

/** `within 300 m of the shop` @param locale BCP 47 */
export function distanceWords({ place, withinMetres }: DistanceCondition, locale = "en"): string {
  return `within ${integerFormat(locale)(withinMetres)} m of ${place.name}`;
}
