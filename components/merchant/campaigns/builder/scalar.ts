import type { ComparisonTest } from "@/lib/campaigns/schema";

type Scalar = string | number | boolean;

/**
 * What somebody means by a typed value: yes and no are booleans, what is written like a number is one, the rest is
 * text. Attributes are compared with their types.
 */
export function parseScalar(text: string): Scalar {
  const plain = text.trim();
  if (/^(yes|true)$/i.test(plain)) return true;
  if (/^(no|false)$/i.test(plain)) return false;
  // Leading zeros are part of a code, not of a number.
  return /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(plain) ? Number(plain) : text;
}

export function showScalar(value: Scalar): string {
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
}

export const COMPARISON_WORDS: { value: ComparisonTest["op"]; label: string }[] = [
  { value: "is", label: "is" },
  { value: "is_not", label: "is not" },
  { value: "in", label: "is one of" },
  { value: "not_in", label: "is none of" },
  { value: "contains", label: "contains" },
  { value: "at_least", label: "is at least" },
  { value: "at_most", label: "is at most" },
  { value: "exists", label: "is known" },
];

/** The same test with another comparison, keeping of its value what still makes sense. */
export function withOperator(test: ComparisonTest, op: ComparisonTest["op"]): ComparisonTest {
  const values: Scalar[] = "value" in test ? (Array.isArray(test.value) ? test.value : [test.value]) : [];
  const [first] = values;
  switch (op) {
    case "is":
    case "is_not":
      return { op, value: first ?? "" };
    case "in":
    case "not_in":
      return { op, value: values.filter((value) => value !== "") };
    case "at_least":
    case "at_most":
      return { op, value: typeof first === "number" ? first : 0 };
    case "contains":
      return { op, value: first === undefined ? "" : String(first) };
    case "exists":
      return { op };
  }
}
