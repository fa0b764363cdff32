import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { log } from "@/lib/config/log";
import { prepareHistory } from "./prepare-history";

/** As long as somebody who pressed a button waits without wondering. */
const PATIENCE_MS = 2_000;

/**
 * Counts the history for what was just launched right away, where there is not much of it. The rest, and whatever
 * cannot be done now, is the worker's: the launch stands either way.
 */
export async function prepareAtOnce({ programId, clock }: Pick<Ctx, "programId" | "clock">): Promise<void> {
  try {
    await prepareHistory({ programId, clock, maxMilliseconds: PATIENCE_MS });
  } catch (error) {
    log().warn({ err: error, programId }, "history is left to the worker");
  }
}
