import "server-only";
import { z } from "zod";
import type { Ctx, MemberCtx } from "@/lib/auth/context";
import { newRequestId } from "@/lib/auth/context";
import { type Permission, requirePermission } from "@/lib/auth/permissions";
import { memberContext, merchantContext, type PartnerCtx, partnerContext } from "@/lib/auth/session";
import { log } from "@/lib/config/log";
import { type FieldError, Invalid } from "@/lib/core/errors";
import { fieldErrors } from "@/lib/core/schema";
import { findUnstorable } from "@/lib/core/storable-text";
import { knownFault } from "@/lib/db";
import { DEFAULT_LOCALE } from "@/lib/i18n/locales";
import { fieldsInWords, refusalInWords } from "@/lib/i18n/refusal-words";
import { clubLocale } from "@/lib/i18n/request";
import { translate } from "@/lib/i18n/translate";

/** Says nothing but the number under which the log tells what happened. */
const INTERNAL = "internal";

type ActionFailure = { code: string; message: string; fields?: FieldError[]; requestId: string };

export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ActionFailure };

const scope = z.object({ program: z.string().min(1).max(64) });

function failure(error: unknown, requestId: string): ActionResult<never> {
  const known = knownFault(error);
  if (known !== null) {
    const { code, publicMessage, fields } = known;
    return { ok: false, error: { code, message: publicMessage, ...(fields ? { fields } : {}), requestId } };
  }
  log().error({ requestId, err: error }, "action failed");
  return {
    ok: false,
    error: {
      code: INTERNAL,
      message: translate(DEFAULT_LOCALE, "errors")("internalNumber", { number: requestId }),
      requestId,
    },
  };
}

function build<S extends z.ZodType, T, C extends Ctx>(
  schema: S,
  contextOf: (program: string) => Promise<C>,
  handler: (ctx: C, input: z.output<S>) => Promise<T>,
): (input: z.input<S> & { program: string }) => Promise<ActionResult<T>> {
  return async (input) => {
    let requestId = newRequestId();
    try {
      const ctx = await contextOf(scope.parse(input).program);
      requestId = ctx.requestId;
      const result = schema.safeParse(input);
      if (!result.success) {
        const fields = fieldErrors(result.error);
        const message = fields.length === 1 ? (fields[0]?.detail ?? "") : "Some fields need another look.";
        return { ok: false, error: { code: "invalid", message, fields, requestId } };
      }
      const unstorable = findUnstorable(result.data);
      if (unstorable !== null) throw new Invalid(unstorable.detail, [unstorable]);
      return { ok: true, data: await handler(ctx, result.data) };
    } catch (error) {
      return failure(error, requestId);
    }
  };
}

/** A server action of the portal: signs the call in, parses it, hands it to a verb. */
export function merchantAction<S extends z.ZodType, T>(
  schema: S,
  permission: Permission,
  handler: (ctx: Ctx, input: z.output<S>) => Promise<T>,
): (input: z.input<S> & { program: string }) => Promise<ActionResult<T>> {
  return build(schema, merchantContext, (ctx, input) => {
    requirePermission(ctx, permission);
    return handler(ctx, input);
  });
}

/** A server action of the partners' portal: the verb decides what is the company's own. */
export function partnerAction<S extends z.ZodType, T>(
  schema: S,
  handler: (ctx: PartnerCtx, input: z.output<S>) => Promise<T>,
): (input: z.input<S> & { program: string }) => Promise<ActionResult<T>> {
  return build(schema, partnerContext, handler);
}

/** A server action of the wallet: the same for a member, who reads refusals in their language. */
export function memberAction<S extends z.ZodType, T>(
  schema: S,
  handler: (ctx: MemberCtx, input: z.output<S>) => Promise<T>,
): (input: z.input<S> & { program: string }) => Promise<ActionResult<T>> {
  const act = build(schema, memberContext, handler);
  return async (input) => {
    const result = await act(input);
    return result.ok ? result : { ok: false, error: inWords(result.error, await clubLocale(input.program)) };
  };
}

function inWords({ code, message, fields, requestId }: ActionFailure, locale: string): ActionFailure {
  if (code === INTERNAL) {
    return { code, message: translate(locale, "errors")("internalNumber", { number: requestId }), requestId };
  }
  const said = fields && fieldsInWords(fields, locale);
  const [only] = said ?? [];
  const sentence =
    only !== undefined && said?.length === 1
      ? only.detail
      : refusalInWords({ code, sentence: message }, locale);
  return { code, message: sentence, ...(said && { fields: said }), requestId };
}
