import type { FieldError } from "@/lib/core/errors";
import { spokenLanguage } from "./locales";
import { MESSAGES, type Messages } from "./messages";
import { translate } from "./translate";

type FieldKey = keyof Messages["fields"];
/** Codes of errors, which say everything without arguments. */
export type RefusalCode = Exclude<keyof Messages["errors"], "internalNumber" | "waitMinutes" | "waitSeconds">;

/** Schemas say in English what is wrong with a field; by that sentence its translations are found. */
const FIELD_KEYS = new Map<string, FieldKey>(
  Object.entries(MESSAGES.fields.en).map(([key, sentence]) => [sentence, key as FieldKey]),
);

/** What is said about a field whose sentence has no translation, by the code of the schema's finding. */
const FIELD_KINDS: Partial<Record<string, FieldKey>> = {
  invalid_type: "number",
  too_big: "tooLong",
  too_small: "tooShort",
};

/**
 * A refusal as a member reads it. English keeps the sentence of the error, which may name figures; other languages
 * say it by its code. A code without a text stays in English.
 */
export function refusalInWords(
  { code, sentence }: { code: string; sentence: string },
  locale: string,
): string {
  if (spokenLanguage(locale) === "en" || !isRefusalCode(code)) return sentence;
  return translate(locale, "errors")(code);
}

/** The same for the fields that a refusal is about. What cannot be said exactly is said in general. */
export function fieldsInWords(fields: FieldError[], locale: string): FieldError[] {
  if (spokenLanguage(locale) === "en") return fields;
  const [errors, words] = [translate(locale, "errors"), translate(locale, "fields")];
  return fields.map((field) => {
    const key = FIELD_KEYS.get(field.detail);
    if (key === undefined && isRefusalCode(field.code)) return { ...field, detail: errors(field.code) };
    return { ...field, detail: words(key ?? FIELD_KINDS[field.code] ?? "other") };
  });
}

/** How long to wait after too many attempts, rounded up to whole seconds or minutes. */
export function waitInWords(seconds: number, locale: string): string {
  const t = translate(locale, "errors");
  if (seconds < 60) return t("waitSeconds", { count: Math.max(1, Math.ceil(seconds)) });
  return t("waitMinutes", { count: Math.ceil(seconds / 60) });
}

function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(MESSAGES.errors.en, code);
}
