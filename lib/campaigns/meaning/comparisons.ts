import { DAYS_SINCE_JOINING, type MemberTest, SEGMENTS, TAGS, TIER } from "../language/audience";
import type { ComparisonTest } from "../language/comparison";
import type { LabelTest, LineFilter } from "../language/line-filter";
import { type Nonsense, type Path, when } from "./nonsense";

/** What comparing with text comes to: nothing is equal to an empty one. */
export function inComparison(test: ComparisonTest, path: Path): Nonsense[] {
  const isEmpty = valuesOf(test).some((value) => typeof value === "string" && value.trim() === "");
  return when(isEmpty, [...path, "value"], "Say what to compare it with.");
}

/** The values that a test of equality names; none for other tests. */
export function valuesOf(test: ComparisonTest): readonly (string | number | boolean)[] {
  if (test.op === "is" || test.op === "is_not") return [test.value];
  return test.op === "in" || test.op === "not_in" ? test.value : [];
}

/** A comparison with something that is text, always: a store, a tier. */
export function inTextComparison(test: ComparisonTest, what: string, path: Path): Nonsense[] {
  if (test.op === "at_least" || test.op === "at_most") {
    return [{ path, message: `${what} is a name, not a number: compare it with is or is one of.` }];
  }
  if (valuesOf(test).some((value) => typeof value !== "string")) {
    return [{ path: [...path, "value"], message: `${what} is a name: write it as text.` }];
  }
  return inComparison(test, path);
}

const LABELS: Readonly<Record<string, string>> = {
  [TIER]: "A tier",
  [SEGMENTS]: "A segment",
  [TAGS]: "A tag",
};

export function inMemberTest({ attribute, test }: MemberTest, path: Path): Nonsense[] {
  if (attribute === DAYS_SINCE_JOINING) {
    return test.op === "at_least" || test.op === "at_most"
      ? inBound(test.op, test.value, [...path, "value"], "Days are whole.")
      : [{ path, message: "Compare days with at least or at most." }];
  }
  const label = LABELS[attribute];
  if (label === undefined) return inComparison(test, path);
  if (test.op === "contains") return [{ path, message: `${label} is named in full: compare it with is.` }];
  return inTextComparison(test, label, path);
}

const MINOR_UNITS = "A whole number: amounts are in minor units, so 12.50 € is 1250.";

export function inAmount(test: ComparisonTest, path: Path): Nonsense[] {
  return test.op === "at_least" || test.op === "at_most"
    ? inBound(test.op, test.value, [...path, "value"], MINOR_UNITS)
    : [{ path, message: "Compare an amount with at least or at most." }];
}

/** @param mustBeWhole what to say of a fraction; null: fractions are fine */
export function inBound(
  op: "at_least" | "at_most",
  value: number,
  path: Path,
  mustBeWhole: string | null,
): Nonsense[] {
  if (value < 0) return [{ path, message: "Never below zero." }];
  if (mustBeWhole !== null && !Number.isSafeInteger(value)) return [{ path, message: mustBeWhole }];
  return when(op === "at_least" && value === 0, path, "“At least 0” always holds. Raise it.");
}

/** Why a measured value is whole; null where it may be a fraction. */
export function wholeness(measure: string): string | null {
  if (measure === "quantity") return null;
  return measure === "amountMinor" || measure === "unitMinor" ? MINOR_UNITS : "A whole number.";
}

export function inFilter(filter: LineFilter = [], path: Path): Nonsense[] {
  return filter.flatMap((test, index) => {
    if ("value" in test) {
      return inBound(test.op, test.value, [...path, index, "value"], wholeness(test.field));
    }
    if ("values" in test) return inNames(filter, index, path);
    const earlier = filter.slice(0, index).filter((other) => other.field === "attribute");
    return [
      ...inComparison(test.test, [...path, index, "test"]),
      ...when(
        earlier.some((other) => isRuledOut(test, other)),
        [...path, index, "test"],
        IMPOSSIBLE,
      ),
    ];
  });
}

const IMPOSSIBLE = "No line is both this and what stands above.";

/** Whether no line can have a label that passes both tests. */
function isRuledOut({ name, test }: LabelTest, other: LabelTest): boolean {
  if (name !== other.name || (other.test.op !== "is" && other.test.op !== "in")) return false;
  const values = new Set(valuesOf(test).map(folded));
  if (values.size === 0) return false;
  const isNone = test.op === "is_not" || test.op === "not_in";
  return valuesOf(other.test).every((value) => values.has(folded(value)) === isNone);
}

function folded(value: string | number | boolean): string | number | boolean {
  return typeof value === "string" ? value.toLowerCase() : value;
}

/** A name that is asked for and ruled out at once, or two lists of names that no line can both be on. */
function inNames(filter: LineFilter, index: number, path: Path): Nonsense[] {
  const test = filter[index];
  if (test === undefined || !("values" in test) || test.op === "contains") return [];
  const earlier = filter.slice(0, index).filter((other) => other.field === test.field && other.op === "in");
  const values = new Set(test.values.map((value) => value.toLowerCase()));
  const isImpossible = earlier.some(
    (other) =>
      "values" in other &&
      other.values.every((value) => values.has(value.toLowerCase()) === (test.op === "not_in")),
  );
  return when(isImpossible, [...path, index, "values"], IMPOSSIBLE);
}
