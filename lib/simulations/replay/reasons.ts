import type { Verdict } from "@/lib/campaigns/engine";

/** Kinds of reasons that are told apart for one campaign; the rest are counted together. */
const MAX_KINDS = 60;
/** Kinds that a text is held against before its own kind is worked out. */
const FREQUENT = 4;
const REST = "other reasons";

/**
 * A reason without what was seen in the event: "12.50 €, at least 20.00 € needed" and all the other amounts are one
 * kind of reason.
 */
export function kindOfReason(reason: string): string {
  return reason.replace(/, this was (at|a|on) [^,]*$/, "").replace(/^(?=[^,]*\d).*?\d.*?, (?=\S)/, "");
}

/** How often a campaign did not apply, by the kind of reason. */
export class ReasonCounts {
  /** By the number of the phrase in its rule set. */
  readonly #phrases: number[] = [];
  readonly #kinds = new Map<string, number>();
  readonly #frequent: string[] = [];
  readonly #list: readonly string[];

  /** @param phrases of the rule set whose verdicts are counted */
  constructor(phrases: readonly string[]) {
    this.#list = phrases;
  }

  count(reason: Exclude<Verdict, object>): void {
    if (typeof reason === "number") this.#phrases[reason] = (this.#phrases[reason] ?? 0) + 1;
    else this.#countKind(this.#kindOf(reason));
  }

  #kindOf(text: string): string {
    // Looking a new text up is dear; most end, or begin, like the ones before.
    for (const kind of this.#frequent) if (text.endsWith(kind) || text.startsWith(kind)) return kind;
    const kind = kindOfReason(text);
    const kept = this.#kinds.has(kind) || this.#kinds.size < MAX_KINDS ? kind : REST;
    if (kept !== REST && this.#frequent.length < FREQUENT) this.#frequent.push(kept);
    return kept;
  }

  #countKind(kind: string): void {
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
  }

  /** Adds these counts to others, by words. */
  addTo(sums: Map<string, number>): void {
    for (const [number, events] of this.#phrases.entries()) {
      if (events > 0) add(sums, kindOfReason(this.#list[number] ?? ""), events);
    }
    for (const [kind, events] of this.#kinds) add(sums, kind, events);
  }
}

function add(sums: Map<string, number>, key: string, more: number): void {
  sums.set(key, (sums.get(key) ?? 0) + more);
}
