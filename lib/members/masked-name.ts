import type { Actor } from "@/lib/auth/actor";

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

/** As much of a name as the reader may see: members know each other by no more than confirms whom they meant. */
export function nameAsSeenBy(actor: Actor, name: string): string {
  return actor.kind === "member" ? maskedName(name) : name;
}

/** The first letter with its marks, in upper case. */
function initialOf(word: string): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(word);
  return first?.segment.toLocaleUpperCase() ?? "";
}
