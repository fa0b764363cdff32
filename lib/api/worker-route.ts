import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { newRequestId } from "@/lib/auth/context";
import { env } from "@/lib/config/env";
import { Unauthenticated } from "@/lib/core/errors";
import { problemResponse } from "./problem";

/**
 * Binds a bounded piece of a worker's work to a route, for a cron, a load balancer or a script to call again and
 * again. Needs the header `Authorization: Bearer <WORKER_SECRET>` and answers with the report of the work.
 */
export function workerRoute(work: () => Promise<object>): (request: Request) => Promise<Response> {
  return async (request) => {
    const requestId = newRequestId();
    try {
      if (!isWorker(request.headers.get("authorization") ?? "")) {
        throw new Unauthenticated("Send the worker's secret as a bearer token.");
      }
      return Response.json(await work(), { headers: { "x-request-id": requestId } });
    } catch (error) {
      return problemResponse(error, requestId, new URL(request.url).pathname);
    }
  };
}

/** Compares digests, so that neither the time nor the length says how much of the secret was right. */
function isWorker(authorization: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(authorization), digest(`Bearer ${env().WORKER_SECRET}`));
}
