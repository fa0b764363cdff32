import { DAYS_SINCE_JOINING, type MemberTest, SEGMENTS, TAGS } from "../language/audience";
import type { ComparisonTest } from "../language/comparison";
import type { Condition } from "../language/condition";
import { inComparingPair } from "./comparing";
import { valuesOf } from "./comparisons";
import { areApart, areTimesApart } from "./dates";
import { type Nonsense, type Path, when } from "./nonsense";

/** A condition and where it stands. */
export type Placed = { node: Condition; path: Path };

/** Conditions that must all hold: those inside groups of `all` stand on their own. */
export function allOf(node: Condition, path: Path): Placed[] {
  if (node.kind !== "all") return [{ node, path }];
  return node.conditions.flatMap((child, index) => allOf(child, [...path, "conditions", index]));
}

/** What cannot hold together, or is said twice. Each is reported where the second of the two stands. */
export function inTogether(placed: readonly Placed[]): Nonsense[] {
  return placed.flatMap(({ node, path }, index) => {
    for (const { node: earlier } of placed.slice(0, index)) {
      const found = inPair(earlier, node, path);
      if (found.length > 0) return found;
    }
    return [];
  });
}

function inPair(earlier: Condition, later: Condition, path: Path): Nonsense[] {
  if (isSame(earlier, later)) return [{ path, message: "The same condition stands above already." }];
  if (isOpposite(earlier, later)) return [{ path, message: "This is the opposite of a condition above." }];
  if (earlier.kind === "time" && later.kind === "time") {
    return when(areTimesApart(earlier, later), path, "No moment is both this and what stands above.");
  }
  if (earlier.kind === "dates" && later.kind === "dates") {
    return when(areApart(earlier, later), path, "No day is both this and among the dates above.");
  }
  if (isComparing(earlier) && isComparing(later)) return inComparingPair(earlier, later, path);
  return [...inBounds(earlier, later, path), ...inValues(earlier, later, path)];
}

function isComparing(node: Condition): node is Extract<Condition, { kind: "compare" | "distance" }> {
  return node.kind === "compare" || node.kind === "distance";
}

/** Members that are one thing and another at once, in an audience of which all must hold. */
export function inAudienceTogether(tests: readonly MemberTest[], path: Path): Nonsense[] {
  return inTogether(
    tests.map((test, index) => ({ node: { kind: "member", ...test }, path: [...path, index] })),
  );
}

/** Conditions of which any is enough: a bound and its complement, or a condition and its opposite, always hold. */
export function inEither(placed: readonly Placed[]): Nonsense[] {
  return placed.flatMap(({ node, path }, index) =>
    placed.slice(0, index).flatMap(({ node: earlier }) => {
      if (isSame(earlier, node)) return [{ path, message: "The same condition stands above already." }];
      return when(
        isOpposite(earlier, node) || isCovering(earlier, node),
        path,
        "Together with a condition above this always holds.",
      );
    }),
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isOpposite(one: Condition, other: Condition): boolean {
  if (one.kind === "not") return isSame(one.condition, other);
  if (other.kind === "not") return isSame(other.condition, one);
  if (one.kind !== "lines" || other.kind !== "lines" || !isSame(one.filter, other.filter)) return false;
  const quantifiers = [one.quantifier, other.quantifier];
  return quantifiers.includes("none") && one.quantifier !== other.quantifier;
}

/** A number that a condition bounds: which one it is, and by what. */
type Bound = {
  measure: string;
  op: "at_least" | "at_most";
  value: number;
  valuePath: Path;
  isWhole: boolean;
};

function boundOf(node: Condition): Bound | null {
  switch (node.kind) {
    case "event": {
      const isAmount = node.field === "amountMinor";
      return testBound(isAmount ? "basket amountMinor" : `event ${node.field}`, node.test, isAmount);
    }
    case "member":
      return testBound(`member ${node.attribute}`, node.test, node.attribute === DAYS_SINCE_JOINING);
    case "basket": {
      const filter = node.filter === undefined ? "" : ` ${JSON.stringify(node.filter)}`;
      const { op, value, measure } = node;
      return {
        measure: `basket ${measure}${filter}`,
        op,
        value,
        valuePath: ["value"],
        isWhole: measure !== "quantity",
      };
    }
    case "history": {
      const { op, value, ...counted } = node;
      if (op === "every") return null;
      const isWhole = node.measure !== "quantity";
      return { measure: JSON.stringify(counted), op, value, valuePath: ["value"], isWhole };
    }
    default:
      return null;
  }
}

function testBound(measure: string, test: ComparisonTest, isWhole: boolean): Bound | null {
  if (test.op !== "at_least" && test.op !== "at_most") return null;
  return { measure, op: test.op, value: test.value, valuePath: ["test", "value"], isWhole };
}

function inBounds(earlier: Condition, later: Condition, path: Path): Nonsense[] {
  const one = boundOf(earlier);
  const other = boundOf(later);
  if (one === null || other === null || one.measure !== other.measure) return [];
  const at = [...path, ...other.valuePath];
  if (one.op === other.op) return [{ path: at, message: "There is such a bound above already: keep one." }];
  const [least, most] = one.op === "at_least" ? [one.value, other.value] : [other.value, one.value];
  return when(least > most, at, "Nothing is that low and that high: see the bound above.");
}

/** At least 5 or at most 5: every number is one of them. */
function isCovering(earlier: Condition, later: Condition): boolean {
  const one = boundOf(earlier);
  const other = boundOf(later);
  if (one === null || other === null || one.measure !== other.measure || one.op === other.op) return false;
  // An attribute may be missing, and then neither holds.
  if (/^(event|member) (?!daysSinceJoining)/.test(one.measure)) return false;
  const [least, most] = one.op === "at_least" ? [one.value, other.value] : [other.value, one.value];
  // Days since something hold for nobody who never did it.
  return !one.measure.includes("days_since") && most >= (one.isWhole ? least - 1 : least);
}

/** A field with one value, or labels of which members have several. */
type Values = { field: string; test: ComparisonTest; hasSeveral: boolean };

function testOf(node: Condition): Values | null {
  if (node.kind === "event") return { field: `event ${node.field}`, test: node.test, hasSeveral: false };
  if (node.kind !== "member") return null;
  const hasSeveral = node.attribute === SEGMENTS || node.attribute === TAGS;
  return { field: `member ${node.attribute}`, test: node.test, hasSeveral };
}

function inValues(earlier: Condition, later: Condition, path: Path): Nonsense[] {
  const one = testOf(earlier);
  const other = testOf(later);
  if (one === null || other === null || one.field !== other.field) return [];
  const isImpossible = areExclusive(one, other) || areExclusive(other, one);
  return when(isImpossible, [...path, "test"], "Nothing is both this and what stands above.");
}

/** Whether what the first asks for is what the second rules out. */
function areExclusive({ test, hasSeveral }: Values, { test: other }: Values): boolean {
  if (test.op !== "is" && test.op !== "in") return false;
  const wanted = valuesOf(test).map(folded);
  const others = valuesOf(other).map(folded);
  switch (other.op) {
    case "is_not":
    case "not_in":
      return wanted.every((value) => others.includes(value));
    case "is":
    case "in":
      return !hasSeveral && !wanted.some((value) => others.includes(value));
    case "at_least":
      return wanted.every((value) => typeof value !== "number" || value < other.value);
    case "at_most":
      return wanted.every((value) => typeof value !== "number" || value > other.value);
    case "contains":
      return wanted.every((value) => !String(value).includes(other.value.toLowerCase()));
    case "exists":
      return false;
  }
}

function folded(value: string | number | boolean): string | number | boolean {
  return typeof value === "string" ? value.toLowerCase() : value;
}
