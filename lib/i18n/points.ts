import { directionOf, spokenLanguage } from "./locales";
import { amounts } from "./messages/amounts";
import { translate } from "./translate";

/** What a program that gave its points no name of their own calls them, in any of the languages. */
const PLAIN_NAMES: ReadonlySet<string> = new Set(
  Object.values(amounts).flatMap(({ pointName, multipliedName }) => [pointName, multipliedName]),
);

function isPlain(name: string): boolean {
  return [...PLAIN_NAMES].some((plain) => plain.toLowerCase() === name.toLowerCase());
}

/** `3 Punkte`; points with a name of the program's own keep it: `3 Bohnen`. */
export function pointsIn(locale: string, count: number, name: string): string {
  const t = translate(locale, "amounts");
  return isPlain(name)
    ? t("points", { count })
    : t("named", { count, name: countedName(locale, name, count) });
}

/** The name without a number: `Punkte`. `multiplied` is how it follows a word such as "double". */
export function pointNameIn(locale: string, name: string, form: "plain" | "multiplied" = "plain"): string {
  if (!isPlain(name)) return isolated(locale, name);
  const t = translate(locale, "amounts");
  return t(form === "plain" ? "pointName" : "multipliedName");
}

/** English names of one thing lose their s; how other languages count what they do not know, nobody knows. */
export function countedName(locale: string, name: string, count: number): string {
  return count === 1 && spokenLanguage(locale) === "en" ? name.replace(/([^su])s$/, "$1") : name;
}

/** In the quotation marks of the language: `„Gratis-Kaffee“`. */
export function quotedIn(locale: string, text: string): string {
  return translate(locale, "amounts")("quoted", { text: isolated(locale, text) });
}

/**
 * A name that may be in another script, set apart so that it does not turn the words around it: in a text that runs from
 * right to left, between Unicode's isolates.
 */
export function isolated(locale: string, name: string): string {
  return directionOf(locale) === "rtl" ? `\u2068${name}\u2069` : name;
}
