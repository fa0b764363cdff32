import "server-only";
import type { z } from "zod";
import { newRequestId } from "@/lib/auth/context";
import { log } from "@/lib/config/log";
import { AppError, TooManyRequests } from "@/lib/core/errors";
import { type FormState, waitInWords } from "@/lib/core/form-state";

type Parsed<T> = { ok: true; data: T } | { ok: false; state: FormState };

/**
 * Reads a form that was sent with or without JavaScript.
 * @param keep names of the fields that are shown again when something is wrong
 */
export function parseForm<S extends z.ZodType>(
  schema: S,
  form: FormData,
  keep: readonly string[],
): Parsed<z.output<S>> {
  const result = schema.safeParse(Object.fromEntries(form));
  if (result.success) return { ok: true, data: result.data };
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[String(issue.path[0])] ??= issue.message;
  return { ok: false, state: { message: null, fields, values: typed(form, keep) } };
}

/** What the form shows after a refusal. What the product does not know is logged and shows its number only. */
export function refusedForm(error: unknown, form: FormData, keep: readonly string[]): FormState {
  const values = typed(form, keep);
  if (error instanceof TooManyRequests) {
    const wait = waitInWords(error.retryAfterSeconds);
    return { message: `Too many attempts. Try again in ${wait}.`, fields: {}, values };
  }
  if (error instanceof AppError) return { message: error.publicMessage, fields: {}, values };
  const requestId = newRequestId();
  log().error({ requestId, err: error }, "form failed");
  const message = `Something went wrong on our side and nothing was saved. Quote ${requestId} when you ask for help.`;
  return { message, fields: {}, values };
}

function typed(form: FormData, keep: readonly string[]): Record<string, string> {
  return Object.fromEntries(keep.map((name) => [name, String(form.get(name) ?? "")]));
}
