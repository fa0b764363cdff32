import { caching } from "@/lib/cache";
import { pingDatabase } from "@/lib/db/sql";

export const dynamic = "force-dynamic";

/**
 * For load balancers and the launcher: 200 when this process serves and its database answers, else 503. Without its
 * cache the product is slower, not worse, so that has no part in the status.
 */
export async function GET(): Promise<Response> {
  const database = await pingDatabase().then(
    () => "up" as const,
    () => "down" as const,
  );
  return Response.json(
    { status: database === "up" ? "ok" : "degraded", database, cache: caching()?.report() ?? null },
    { status: database === "up" ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
