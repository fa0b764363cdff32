/**
 * Phrases with one number in them, kept as data: the phrase is stored once, the number wherever the phrase is used.
 * How the number is written is part of the phrase, so that what was once decided reads the same for ever.
 */

/** How a number of minor units, or of whole things, is written: 123456 → `€1,234.56`. */
export type NumberPattern = {
  before: string;
  /** Between thousands. */
  group: string;
  /** Before the last digits, of which there are so many; nothing where there are none. */
  decimal: string;
  digits: number;
  after: string;
};

/** @param value a whole number from 0 up */
export function writeNumber({ before, group, decimal, digits, after }: NumberPattern, value: number): string {
  if (digits === 0) return before + grouped(value, group) + after;
  const unit = 10 ** digits;
  const fraction = value % unit;
  const last = decimal + String(fraction).padStart(digits, "0");
  return before + grouped((value - fraction) / unit, group) + last + after;
}

function grouped(value: number, group: string): string {
  if (value < 1_000) return String(value);
  const rest = value % 1_000;
  return `${grouped((value - rest) / 1_000, group)}${group}${String(rest).padStart(3, "0")}`;
}

/** A phrase with the place of a number in it. */
export function phraseWith(before: string, pattern: NumberPattern, after: string): string {
  const { before: sign, group, decimal, digits, after: unit } = pattern;
  return `${escaped(before)}{${[sign, group, decimal, digits, unit].join("|")}}${escaped(after)}`;
}

const escaped = (text: string) => text.replaceAll("{", "{{");

const ESCAPE_OR_PLACE = /\{\{|\{([^{|]*)\|([^|]*)\|([^|]*)\|(\d+)\|([^}]*)\}/g;

/** The phrase with the number written in its place. */
export function fillPhrase(phrase: string, value: number): string {
  return phrase.replace(
    ESCAPE_OR_PLACE,
    (found, before: string, group: string, decimal: string, digits: string, after: string) =>
      found === "{{" ? "{" : writeNumber({ before, group, decimal, digits: Number(digits), after }, value),
  );
}
