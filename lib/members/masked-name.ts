const HIDDEN = "•••";

/**
 * A name as strangers may see it, enough to notice a mistake: `Amira El Haddad` → `A••• H.`.
 */
export function maskedName(name: string): string {
  const [first = "", ...others] = name.trim().split(/\s+/);
  const last = others.at(-1);
  const shown = `${initialOf(first)}${HIDDEN}`;
  return last === undefined ? shown : `${shown} ${initialOf(last)}.`;
}

/** The first letter with its marks, in upper case. */
function initialOf(word: string): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(word);
  return first?.segment.toLocaleUpperCase() ?? "";
}
