import "server-only";
import type { z } from "zod";
import { newRequestId } from "@/lib/auth/context";
import { log } from "@/lib/config/log";
import { TooManyRequests } from "@/lib/core/errors";
import type { FormState } from "@/lib/core/form-state";
import { fieldErrors } from "@/lib/core/schema";
import { knownFault } from "@/lib/db";
import { DEFAULT_LOCALE } from "@/lib/i18n/locales";
import { fieldsInWords, refusalInWords, waitInWords } from "@/lib/i18n/refusal-words";
import { translate } from "@/lib/i18n/translate";

type Parsed<T> = { ok: true; data: T } | { ok: false; state: FormState };

/**
 * Reads a form that was sent with or without JavaScript.
 * @param keep names of the fields that are shown again when something is wrong
 * @param locale BCP 47: in whose language it is said what is wrong
 */
export function parseForm<S extends z.ZodType>(
  schema: S,
  form: FormData,
  keep: readonly string[],
  locale = DEFAULT_LOCALE,
): Parsed<z.output<S>> {
  const result = schema.safeParse(Object.fromEntries(form));
  if (result.success) return { ok: true, data: result.data };
  const fields: Record<string, string> = {};
  for (const { pointer, detail } of fieldsInWords(fieldErrors(result.error), locale)) {
    fields[pointer.split("/")[1] ?? ""] ??= detail;
  }
  return { ok: false, state: { message: null, fields, values: typed(form, keep) } };
}

/** What the form shows after a refusal. What the product does not know is logged and shows its number only. */
export function refusedForm(
  error: unknown,
  form: FormData,
  keep: readonly string[],
  locale = DEFAULT_LOCALE,
): FormState {
  const values = typed(form, keep);
  if (error instanceof TooManyRequests) {
    return { message: waitInWords(error.retryAfterSeconds, locale), fields: {}, values };
  }
  const known = knownFault(error);
  if (known !== null) {
    const { code, publicMessage: sentence } = known;
    return { message: refusalInWords({ code, sentence }, locale), fields: {}, values };
  }
  const requestId = newRequestId();
  log().error({ requestId, err: error }, "form failed");
  const message = translate(locale, "errors")("internalNumber", { number: requestId });
  return { message, fields: {}, values };
}

function typed(form: FormData, keep: readonly string[]): Record<string, string> {
  return Object.fromEntries(keep.map((name) => [name, String(form.get(name) ?? "")]));
}
