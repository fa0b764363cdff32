import "server-only";
import { systemCtx } from "@/lib/auth/context";
import { log } from "@/lib/config/log";
import type { Clock } from "@/lib/core/clock";
import { db, sqlState } from "@/lib/db";
import { keepRetention } from "@/lib/privacy";

/** Lets every program that has rules go of what is too old. One that fails keeps the others from nothing. */
export async function keepRetentions({
  clock,
  signal,
}: {
  clock: Clock;
  signal?: AbortSignal;
}): Promise<void> {
  const programs = await db().privacySetting.findMany({ select: { programId: true } });
  for (const { programId } of programs) {
    if (signal?.aborted) return;
    try {
      const gone = await keepRetention(systemCtx(programId, "retention", clock), signal);
      if (Object.keys(gone).length > 0) log().info({ programId, gone }, "what was too old has gone");
    } catch (error) {
      const fault = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
      log().error({ programId, fault }, "what is too old could not go; it will be tried again");
    }
  }
}
