import { env } from "@/lib/config/env";

/** Set by the server itself from the socket of each request (see instrumentation.ts), never by a client. */
export const PEER_ADDRESS_HEADER = "tessera-peer-address";

/**
 * The address that a request comes from: the socket's, or behind a trusted reverse proxy (TRUST_PROXY) the last
 * entry of X-Forwarded-For, the only one that the proxy itself wrote. Without either, `unknown`: such requests
 * share one allowance.
 */
export function clientAddress(headers: Headers): string {
  const forwarded = env().TRUST_PROXY ? headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return forwarded || headers.get(PEER_ADDRESS_HEADER) || "unknown";
}
