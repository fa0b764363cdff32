import "server-only";
import { z } from "zod";
import type { Ctx } from "@/lib/auth/context";
import { newRequestId } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { resolveActor } from "@/lib/auth/resolve";
import { systemClock } from "@/lib/core/clock";
import { Forbidden, Invalid } from "@/lib/core/errors";
import { askedLocale } from "@/lib/i18n/choose-locale";
import type { Contract } from "./contract";
import { parseWith, readJson } from "./parse";
import { problemResponse } from "./problem";
import { countRequest } from "./rate-limit";

const DEFAULT_MAX_BYTES = 1024 * 1024;
const WRITES = new Set(["POST", "PATCH", "PUT", "DELETE"]);
const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,255}$/, "1 to 255 visible ASCII characters");

type Call<Params, Query, Body> = {
  ctx: Ctx;
  params: Params;
  query: Query;
  body: Body;
  request: Request;
  /** What the caller asks to be spoken to in (BCP 47); undefined: nothing that is spoken. */
  locale: string | undefined;
};
type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };

class StatusAnswer<T> {
  constructor(
    readonly status: number,
    readonly value: T,
  ) {}
}

/** Answers with another status than the contract's usual one. */
export function withStatus<T>(status: number, value: T): StatusAnswer<T> {
  return new StatusAnswer(status, value);
}

/**
 * Binds a contract to a verb: request id, authentication, rate limit, scope, size-capped parse, the verb, and
 * its answer parsed by the contract before it leaves.
 */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  contract: Contract<P, Q, B, R>,
  handler: (
    call: Call<z.output<P>, z.output<Q>, z.output<B>>,
  ) => Promise<z.input<R> | StatusAnswer<z.input<R>>>,
): (request: Request, context: RouteContext) => Promise<Response> {
  return async (request, context) => {
    const requestId = newRequestId();
    const url = new URL(request.url);
    try {
      const { actor, programId } = await resolveActor(request);
      const rateHeaders = await countRequest(actor);
      const ctx: Ctx = { programId, actor, clock: systemClock, requestId };
      if (!contract.actors.some((kind) => kind === actor.kind)) throw new Forbidden(contract.permission);
      if (actor.kind !== "member" && actor.kind !== "partner") requirePermission(ctx, contract.permission);

      if (WRITES.has(contract.method)) {
        const key = request.headers.get("idempotency-key");
        if (key !== null) {
          ctx.idempotencyKey = parseKey(key);
          ctx.operation = `${contract.method} ${contract.path}`;
        }
      }
      const params = contract.params && parseWith(contract.params, await context.params, "path");
      const query =
        contract.query && parseWith(contract.query, Object.fromEntries(url.searchParams), "query");
      const body =
        contract.body &&
        parseWith(contract.body, await readJson(request, contract.maxBytes ?? DEFAULT_MAX_BYTES), "body");

      const locale = askedLocale(request.headers.get("accept-language"));
      const call = { ctx, params, query, body, request, locale } as Call<
        z.output<P>,
        z.output<Q>,
        z.output<B>
      >;
      const answer = await handler(call);
      const [status, value] =
        answer instanceof StatusAnswer ? [answer.status, answer.value] : [contract.status ?? 200, answer];
      return Response.json(contract.response.parse(value), {
        status,
        headers: { ...rateHeaders, "x-request-id": requestId, "cache-control": "no-store" },
      });
    } catch (error) {
      return problemResponse(error, requestId, url.pathname);
    }
  };
}

function parseKey(key: string): string {
  const result = idempotencyKey.safeParse(key);
  if (result.success) return result.data;
  throw new Invalid("The Idempotency-Key header does not fit.", [
    {
      pointer: "/headers/idempotency-key",
      code: "invalid_key",
      detail: "1 to 255 visible ASCII characters.",
    },
  ]);
}
