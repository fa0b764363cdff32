import { directionOf, spokenLanguage } from "./locales";

/**
 * A name that may be in another script, set apart so that it does not turn the words around it: in a text that runs from
 * right to left, between Unicode's isolates.
 */
export function isolated(locale: string, name: string): string {
  return directionOf(locale) === "rtl" ? `\u2068${name}\u2069` : name;
}

/** English names of one thing lose their s; how other languages count what they do not know, nobody knows. */
export function countedName(locale: string, name: string, count: number): string {
  return count === 1 && spokenLanguage(locale) === "en" ? name.replace(/([^su])s$/, "$1") : name;
}
