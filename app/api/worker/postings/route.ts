import { createHash, timingSafeEqual } from "node:crypto";
import { problemResponse } from "@/lib/api/problem";
import { newRequestId } from "@/lib/auth/context";
import { env } from "@/lib/config/env";
import { Unauthenticated } from "@/lib/core/errors";
import { postSlice } from "@/lib/flows/post-events";

/**
 * Posts one bounded slice of the queue and reports what it did: for a cron, a load balancer or a script to call
 * again until `claimed` is 0. Needs the header `Authorization: Bearer <WORKER_SECRET>`.
 */
export async function POST(request: Request): Promise<Response> {
  const requestId = newRequestId();
  try {
    if (!isWorker(request.headers.get("authorization") ?? "")) {
      throw new Unauthenticated("Send the worker's secret as a bearer token.");
    }
    const report = await postSlice();
    const { claimed = 0, posted = 0, deadLettered = 0, transfers = 0 } = report ?? {};
    return Response.json(
      { claimed, posted, deadLettered, transfers },
      { headers: { "x-request-id": requestId } },
    );
  } catch (error) {
    return problemResponse(error, requestId, new URL(request.url).pathname);
  }
}

/** Compares digests, so that neither the time nor the length says how much of the secret was right. */
function isWorker(authorization: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(authorization), digest(`Bearer ${env().WORKER_SECRET}`));
}
