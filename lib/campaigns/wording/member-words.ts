import { DAYS_SINCE_JOINING, type MemberTest, SEGMENTS, TAGS, TIER } from "../schema";
import { comparisonWords, list, nameWords } from "./words";

/** What a program gives a code and a name. */
export type Named = { code: string; name: string };

/** What words are about, and what the codes in them are called. All of it may be left out. */
export type Speech = {
  /** The event that the campaign is about: `purchase` (unless told) or `custom:<name>`. */
  event?: string;
  /** BCP 47, for dates. */
  locale?: string;
  tiers?: readonly Named[];
  segments?: readonly Named[];
};

/** What is said of members: they do or are something (`they`), or something of theirs is (`their`). */
export type Clause = { of: "they" | "their"; says: string };

/** `who bought Coffee`, `whose tier is gold` */
export function whoWords({ of, says }: Clause): string {
  return `${of === "they" ? "who" : "whose"} ${says}`;
}

/** `when they bought Coffee`, `when their tier is gold` */
export function whenWords({ of, says }: Clause): string {
  return `when ${of} ${says}`;
}

/** What members must have, as it follows the word: `whose tier is gold`, `who are in the segment “VIP”`. */
export function audienceTestWords(test: MemberTest): string {
  return whoWords(memberClause(test, {}));
}

export function memberClause({ attribute, test }: MemberTest, speech: Speech): Clause {
  const { op } = test;
  if (attribute === DAYS_SINCE_JOINING && (op === "at_least" || op === "at_most")) {
    return { of: "they", says: joinedWords(op, test.value) };
  }
  if (attribute === SEGMENTS || attribute === TAGS) {
    if (op === "exists") return { of: "they", says: attribute === TAGS ? "have a tag" : "are in a segment" };
    if (op === "is" || op === "in" || op === "is_not" || op === "not_in") {
      const codes = Array.isArray(test.value) ? test.value.map(String) : [String(test.value)];
      const isNone = op === "is_not" || op === "not_in";
      return { of: "they", says: labelWords(attribute, codes, isNone, speech) };
    }
  }
  if (attribute === TIER) {
    if (op === "exists") return { of: "they", says: "have a tier" };
    return { of: "their", says: `tier ${comparisonWords(withNames(test, speech.tiers))}` };
  }
  return { of: "their", says: `${nameWords(attribute)} ${comparisonWords(test)}` };
}

function joinedWords(op: "at_least" | "at_most", days: number): string {
  if (op === "at_most" && days === 0) return "joined that day";
  return `joined ${op === "at_least" ? "at least" : "at most"} ${days} day${days === 1 ? "" : "s"} ago`;
}

function labelWords(
  attribute: typeof SEGMENTS | typeof TAGS,
  codes: readonly string[],
  isNone: boolean,
  { segments }: Speech,
): string {
  const quoted = list(
    codes.map((code) => `“${attribute === SEGMENTS ? nameOf(code, segments) : code}”`),
    "or",
  );
  return `are ${isNone ? "not " : ""}${attribute === SEGMENTS ? "in the segment" : "tagged"} ${quoted}`;
}

/** The name that goes with a code; the code itself where none does. */
export function nameOf(code: string, named: readonly Named[] | undefined): string {
  return named?.find((known) => known.code === code)?.name ?? code;
}

function withNames(test: MemberTest["test"], named: readonly Named[] | undefined): MemberTest["test"] {
  if (test.op === "is" || test.op === "is_not")
    return { op: test.op, value: nameOf(String(test.value), named) };
  if (test.op === "in" || test.op === "not_in") {
    return { op: test.op, value: test.value.map((code) => nameOf(String(code), named)) };
  }
  return test;
}
