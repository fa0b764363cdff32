import { fillPhrase, phraseWith } from "@/lib/core/phrase";
import type { NumberStyle } from "../wording/numbers";

/** Why a campaign does not apply: a phrase of its rule set, by number, or words with what was seen in them. */
export type Refusal = number | string;

/** A phrase of the rule set by number, and the number that is to be written in it. */
export type Telling = [phrase: number, value: number];

/** How something came about. */
export type Reason = Refusal | Telling;

/**
 * What a rule set says over and over: the reasons that are the same for every event, or the same but for a number.
 * Decisions name them by number, so that saying why twenty campaigns did not fire takes twenty small numbers.
 */
export class Phrases {
  readonly list: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** @returns the number of the phrase, the same each time */
  numberOf(phrase: string): number {
    const known = this.#numbers.get(phrase);
    if (known !== undefined) return known;
    this.#numbers.set(phrase, this.list.length);
    return this.list.push(phrase) - 1;
  }

  /** Tells of whole numbers from 0 up, as data where their style has a pattern. */
  telling(before: string, { pattern, write }: NumberStyle, after: string): (value: number) => Reason {
    if (pattern === null) return (value) => `${before}${write(value)}${after}`;
    const phrase = this.numberOf(phraseWith(before, pattern, after));
    return (value) => [phrase, value];
  }

  inWords(reason: Reason): string {
    return phraseInWords(this.list, reason);
  }
}

export function phraseInWords(phrases: readonly string[], reason: Reason): string {
  if (typeof reason === "string") return reason;
  if (typeof reason === "number") return phrases[reason] ?? "";
  const [phrase, value] = reason;
  return fillPhrase(phrases[phrase] ?? "", value);
}
