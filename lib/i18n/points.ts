import { amounts } from "./messages/amounts";
import { countedName, isolated } from "./names";
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

/** In the quotation marks of the language: `„Gratis-Kaffee“`. */
export function quotedIn(locale: string, text: string): string {
  return translate(locale, "amounts")("quoted", { text: isolated(locale, text) });
}
