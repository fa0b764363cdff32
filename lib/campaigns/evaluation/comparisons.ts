import type { ComparisonTest } from "../schema";
import { fold } from "./fact-line";

type Holds = (value: unknown) => boolean;

/**
 * Compiles a comparison; text is compared without regard to case. Of several values one that fits is enough; is_not
 * and not_in want that none does.
 */
export function compileComparison(test: ComparisonTest): Holds {
  const holds = compileSingle(test);
  const isNone = test.op === "is_not" || test.op === "not_in";
  return (value) => {
    if (!Array.isArray(value)) return holds(value);
    return isNone ? value.every(holds) : value.some(holds);
  };
}

function compileSingle(test: ComparisonTest): Holds {
  switch (test.op) {
    case "is": {
      const wanted = fold(test.value);
      return (value) => fold(value) === wanted;
    }
    case "is_not": {
      const unwanted = fold(test.value);
      return (value) => fold(value) !== unwanted;
    }
    case "in": {
      const wanted = new Set<unknown>(test.value.map(fold));
      return (value) => wanted.has(fold(value));
    }
    case "not_in": {
      const unwanted = new Set<unknown>(test.value.map(fold));
      return (value) => !unwanted.has(fold(value));
    }
    case "contains": {
      const wanted = test.value.toLowerCase();
      return (value) => typeof value === "string" && value.toLowerCase().includes(wanted);
    }
    case "at_least":
      return (value) => typeof value === "number" && value >= test.value;
    case "at_most":
      return (value) => typeof value === "number" && value <= test.value;
    case "exists":
      return (value) => value !== undefined && value !== null;
  }
}

/** An own attribute only: one called "constructor" is not there unless somebody set it. */
export function attributeOf(
  attributes: Readonly<Record<string, unknown>> | undefined,
  name: string,
): unknown {
  return attributes !== undefined && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}
