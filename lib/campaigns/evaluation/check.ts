import type { MoneyFormat, NumberStyle } from "../wording/numbers";
import type { Wording } from "../wording/words";
import type { Facts } from "./facts";
import type { Phrases, Refusal } from "./phrases";
import type { LineSelectors } from "./selection";

/** A compiled condition: null when it holds, else why it does not. */
export type Check = (facts: Facts) => Refusal | null;

/** What compiling a rule set shares between its campaigns. */
export type Compiling = {
  money: MoneyFormat;
  /** How money and whole numbers are written, for telling of them. */
  styles: { money: NumberStyle; integer: NumberStyle };
  phrases: Phrases;
  selectors: LineSelectors;
  shared: SharedChecks;
  wording: Wording;
};

/**
 * What several campaigns ask in the same words: such as whether it is Monday, or the member of a tier. It is compiled
 * once, and answered once an event.
 */
export class SharedChecks {
  readonly #known = new Map<string, Check>();

  /** @param asked what tells this check from others */
  of(asked: object, compile: () => Check): Check {
    const key = JSON.stringify(asked);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const shared = remembering(compile());
    this.#known.set(key, shared);
    return shared;
  }
}

/** Remembers the answer to the event that was asked about last: all campaigns are asked about one before the next. */
function remembering(check: Check): Check {
  let asked: Facts | null = null;
  let answer: Refusal | null = null;
  return (facts) => {
    if (facts !== asked) {
      answer = check(facts);
      asked = facts;
    }
    return answer;
  };
}

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
