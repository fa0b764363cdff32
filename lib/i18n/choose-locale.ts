import { DEFAULT_LOCALE, languageOf, WALLET_LOCALES } from "./locales";

type Wishes = {
  /** What the member has chosen (BCP 47), or null. */
  member: string | null;
  /** What the visitor has chosen on this device. */
  cookie: string | null;
  /** The header of that name (RFC 9110, 12.5.4). */
  acceptLanguage: string | null;
  /** The program's locale (BCP 47). */
  program: string;
};

/**
 * The BCP 47 tag by which somebody is spoken to: language, numbers and dates. What was chosen counts before what the
 * browser asks for, and that before the program's own locale. A browser decides on the language only: where the
 * program speaks it too, numbers and dates are written as the program writes them.
 */
export function chooseLocale({ member, cookie, acceptLanguage, program }: Wishes): string {
  for (const chosen of [member, cookie]) {
    const tag = chosen === null ? null : spokenTag(chosen);
    if (tag !== null) return tag;
  }
  const own = spokenTag(program) ?? DEFAULT_LOCALE;
  for (const wanted of languageRanges(acceptLanguage ?? "")) {
    const tag = spokenTag(wanted);
    if (tag !== null) return languageOf(tag) === languageOf(own) ? own : tag;
  }
  return own;
}

/** What an Accept-Language header asks for, as far as it is spoken; undefined: nothing of it. */
export function askedLocale(acceptLanguage: string | null): string | undefined {
  for (const wanted of languageRanges(acceptLanguage ?? "")) {
    const tag = spokenTag(wanted);
    if (tag === null) continue;
    // Callers can write any tag: those that no member could choose are taken for their language alone.
    return WALLET_LOCALES.find((known) => known === tag) ?? languageOf(tag) ?? undefined;
  }
  return undefined;
}

/** The tag as Intl writes it, or null where it is none, or of a language that the wallet does not speak. */
function spokenTag(tag: string): string | null {
  if (languageOf(tag) === null) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** At most as many ranges of a header as a browser sends. */
const MAX_RANGES = 20;

/** The tags of an Accept-Language header, the most wanted first; those of weight 0 are not wanted at all. */
function languageRanges(header: string): string[] {
  return header
    .split(",", MAX_RANGES)
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
      const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
      return { tag, weight: Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
