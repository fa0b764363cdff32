import type { Verdict } from "@/lib/campaigns/engine";

/** Kinds of reasons that are told apart; what a rule says of each event anew would fill the memory otherwise. */
const MAX_KINDS = 10_000;
/** Kinds that a report names for one campaign; the rest are counted together. */
const NAMED = 60;
const FREQUENT = 4;
const REST = "other reasons";
const SEEN = ", this was ";
const COMMA = 44;
const ZERO = 48;
const NINE = 57;

/**
 * A reason without what was seen in the event: "12.50 €, at least 20.00 € needed" and all the other amounts are one
 * kind of reason.
 */
export function kindOfReason(reason: string): string {
  const end = endOfRule(reason);
  return reason.slice(startOfRule(reason, end), end);
}

/** Where the rule ends: before a last clause that tells what was seen. */
function endOfRule(text: string): number {
  const seen = text.indexOf(SEEN);
  if (seen < 0 || text.includes(",", seen + 1)) return text.length;
  return /^(at|a|on) /.test(text.slice(seen + SEEN.length, seen + SEEN.length + 3)) ? seen : text.length;
}

/** Where the rule begins: after a first clause that tells a number. */
function startOfRule(text: string, end: number): number {
  let place = 0;
  while (!isDigit(text.charCodeAt(place))) {
    if (place >= end || text.charCodeAt(place) === COMMA) return 0;
    place += 1;
  }
  const comma = text.indexOf(", ", place);
  return comma < 0 || comma + 2 >= end ? 0 : comma + 2;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** How often a campaign did not apply, by the kind of reason. */
export class ReasonCounts {
  /** By the number of the phrase in its rule set. */
  readonly #phrases: number[];
  readonly #kinds = new Map<string, number>();
  /** A few kinds that a text is held against before it is cut up. */
  readonly #frequent: string[] = [];
  readonly #list: readonly string[];

  /** @param phrases of the rule set whose verdicts are counted */
  constructor(phrases: readonly string[]) {
    this.#list = phrases;
    this.#phrases = phrases.map(() => 0);
  }

  count(reason: Exclude<Verdict, object>): void {
    if (typeof reason === "number") this.#phrases[reason] = (this.#phrases[reason] ?? 0) + 1;
    else this.#countKind(this.#kindOf(reason));
  }

  #kindOf(text: string): string {
    const end = endOfRule(text);
    const start = startOfRule(text, end);
    for (const kind of this.#frequent) {
      if (kind.length === end - start && text.startsWith(kind, start)) return kind;
    }
    const kind = text.slice(start, end);
    if (this.#frequent.length < FREQUENT) this.#frequent.push(kind);
    return kind;
  }

  #countKind(kind: string): void {
    const known = this.#kinds.get(kind);
    if (known !== undefined) this.#kinds.set(kind, known + 1);
    else if (this.#kinds.size < MAX_KINDS) this.#kinds.set(kind, 1);
    else add(this.#kinds, REST, 1);
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

/** The kinds as a report lists them: the most frequent first, and in the end what is left. */
export function frequentReasons(sums: ReadonlyMap<string, number>): { reason: string; events: number }[] {
  const all = [...sums].map(([reason, events]) => ({ reason, events }));
  const kinds = all.filter(({ reason }) => reason !== REST).sort(byEvents);
  const rest = kinds.slice(NAMED).reduce((sum, { events }) => sum + events, sums.get(REST) ?? 0);
  return rest === 0 ? kinds : [...kinds.slice(0, NAMED), { reason: REST, events: rest }];
}

function byEvents(
  one: { reason: string; events: number },
  other: { reason: string; events: number },
): number {
  return other.events - one.events || (one.reason < other.reason ? -1 : 1);
}
