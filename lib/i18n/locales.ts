/** The languages that the wallet speaks. */
export const LANGUAGES = ["en", "de", "fr", "es", "ar", "hi"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language as its own speakers call it. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  ar: "العربية",
  hi: "हिन्दी",
};

/** Languages with the ways of writing numbers and dates that a member can choose from (BCP 47). */
export const WALLET_LOCALES = [
  "en-GB",
  "en-US",
  "en-IE",
  "en-IN",
  "de-DE",
  "de-AT",
  "de-CH",
  "fr-FR",
  "fr-BE",
  "fr-CA",
  "fr-CH",
  "es-ES",
  "es-MX",
  "es-US",
  "ar-AE",
  "ar-EG",
  "ar-MA",
  "ar-SA",
  "hi-IN",
] as const;
export type WalletLocale = (typeof WALLET_LOCALES)[number];

/** What the portal is in, and what is spoken where nothing else is known. */
export const DEFAULT_LOCALE = "en";

/** Where a visitor's choice is kept; its value is a BCP 47 tag. Set from the server, never read in the browser. */
export const LOCALE_COOKIE = "tessera-locale";
/** It holds for a year. */
export const LOCALE_COOKIE_OPTIONS = {
  path: "/",
  sameSite: "lax",
  httpOnly: true,
  maxAge: 31_536_000,
} as const;

/** The language of a BCP 47 tag, or null where the wallet does not speak it. */
export function languageOf(tag: string): Language | null {
  const [primary = ""] = tag.toLowerCase().split("-");
  return LANGUAGES.find((language) => language === primary) ?? null;
}

/** The language that is spoken to somebody with this tag: its own, or else English. */
export function spokenLanguage(tag: string): Language {
  return languageOf(tag) ?? DEFAULT_LOCALE;
}

/** In which direction the language of a tag is written. */
export function directionOf(tag: string): "ltr" | "rtl" {
  return languageOf(tag) === "ar" ? "rtl" : "ltr";
}
