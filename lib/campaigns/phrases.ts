/** Why a campaign did not fire: a phrase of its rule set, by number, or words with what was seen in them. */
export type Reason = number | string;

/**
 * What a rule set says over and over: the reasons that are the same for every event. Decisions name them by number,
 * so that saying why twenty campaigns did not fire takes twenty small numbers.
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

  inWords(reason: Reason): string {
    return phraseInWords(this.list, reason);
  }
}

export function phraseInWords(phrases: readonly string[], reason: Reason): string {
  return typeof reason === "string" ? reason : (phrases[reason] ?? "");
}
