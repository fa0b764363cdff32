import { log } from "@/lib/config/log";
import { TooManyRequests } from "@/lib/core/errors";
import { knownFault } from "@/lib/db";

const INTERNAL = {
  code: "internal",
  status: 500,
  title: "Something went wrong on our side. Nothing was saved. Quote the request id when you ask for help.",
};

/**
 * The one mapper from what was thrown to what is answered: RFC 9457 problem details.
 * A fault that the product does not know is logged and shows its request id, nothing more.
 */
export function problemResponse(error: unknown, requestId: string, instance: string): Response {
  const known = knownFault(error);
  if (known === null || known.status >= 500) {
    log().error({ requestId, err: error }, "request failed");
  }
  const { code, status } = known ?? INTERNAL;
  const body = {
    ...known?.extensions,
    type: `urn:tessera:problem:${code}`,
    title: known?.publicMessage ?? INTERNAL.title,
    status,
    code,
    instance,
    requestId,
    ...(known?.fields ? { errors: known.fields } : {}),
  };
  const headers = new Headers({ "content-type": "application/problem+json", "x-request-id": requestId });
  if (error instanceof TooManyRequests) headers.set("retry-after", String(error.retryAfterSeconds));
  if (status === 401) headers.set("www-authenticate", 'Bearer realm="tessera"');
  return new Response(JSON.stringify(body), { status, headers });
}
