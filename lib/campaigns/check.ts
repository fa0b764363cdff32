import type { Facts } from "./facts";
import type { MoneyFormat } from "./numbers";
import type { Phrases, Reason } from "./phrases";
import type { LineSelectors } from "./selection";
import type { Wording } from "./words";

/** A compiled condition: null when it holds, else why it does not. */
export type Check = (facts: Facts) => Reason | null;

/** What compiling a rule set shares between its campaigns. */
export type Compiling = {
  money: MoneyFormat;
  phrases: Phrases;
  selectors: LineSelectors;
  wording: Wording;
};

/** All of them; null where nothing is checked. */
export function allOf(checks: readonly Check[]): Check | null {
  const [first, second] = checks;
  if (first === undefined || second === undefined) return first ?? null;
  if (checks.length === 2) return (facts) => first(facts) ?? second(facts);
  return (facts) => {
    for (const check of checks) {
      const why = check(facts);
      if (why !== null) return why;
    }
    return null;
  };
}
