import "server-only";
import type { z } from "zod";
import { newRequestId } from "@/lib/auth/context";
import { present } from "@/lib/core/assert";
import { Malformed } from "@/lib/core/errors";
import type { Contract } from "./contract";
import { parseWith, readBytes } from "./parse";
import { problemResponse } from "./problem";

/** So that its address says of what it speaks, and its body what. */
const NAMED = "a signed route has path, query and body";
const MAX_BYTES = 64 * 1024;
const decoder = new TextDecoder("utf-8", { fatal: true });

/** What was sent, as its signature is over it. */
export type SignedMessage = {
  body: string;
  id: string | null;
  timestamp: string | null;
  signature: string | null;
};

type SignedCall<Params, Query, Body> = {
  params: Params;
  query: Query;
  message: SignedMessage;
  /** Parses the body by the contract, once the signature is verified. @throws Malformed, Invalid */
  read: (body: string) => Body;
};
type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * Binds a contract to a verb that tells by a signature who calls (Standard Webhooks): request id, size-capped reading,
 * the verb, and its answer parsed by the contract before it leaves. The body is parsed by the verb's leave only.
 */
export function signedRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  contract: Contract<P, Q, B, R>,
  handler: (call: SignedCall<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>>,
): (request: Request, context: RouteContext) => Promise<Response> {
  return async (request, context) => {
    const requestId = newRequestId();
    const url = new URL(request.url);
    try {
      const params = parseWith(present(contract.params, NAMED), await context.params, "path");
      const query = parseWith(present(contract.query, NAMED), Object.fromEntries(url.searchParams), "query");
      const message = {
        body: textOf(await readBytes(request, MAX_BYTES)),
        id: request.headers.get("webhook-id"),
        timestamp: request.headers.get("webhook-timestamp"),
        signature: request.headers.get("webhook-signature"),
      };
      const read = (body: string) => parseWith(present(contract.body, NAMED), jsonOf(body), "body");
      const value = await handler({ params, query, message, read });
      return Response.json(contract.response.parse(value), {
        status: contract.status ?? 200,
        headers: { "x-request-id": requestId, "cache-control": "no-store" },
      });
    } catch (error) {
      return problemResponse(error, requestId, url.pathname);
    }
  };
}

function textOf(bytes: Buffer): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Malformed("The body is not valid UTF-8.");
  }
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Malformed("The body is not valid JSON.");
  }
}
