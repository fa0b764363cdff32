import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/config/log";
import { type Clock, systemClock } from "@/lib/core/clock";
import { sqlState } from "@/lib/db";
import { removeOldMail } from "./remove-old-mail";
import { sendMails } from "./send-mails";

const EVERY_MS = 1_000;
const SWEEP_EVERY_MS = 60 * 60_000;

/** Sends mails as they fall due and removes the content of old ones, until the signal says stop. */
export async function keepSending(signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  let sweptAt = Number.NEGATIVE_INFINITY;
  while (!signal.aborted) {
    let tried = 0;
    try {
      tried = await sendMails(clock);
      if (performance.now() - sweptAt >= SWEEP_EVERY_MS) {
        await removeOldMail(clock);
        sweptAt = performance.now();
      }
    } catch (error) {
      const fault = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
      log().error({ fault }, "no mail could be sent; it will be tried again");
    }
    if (tried === 0) await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
