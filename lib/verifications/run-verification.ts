import "server-only";
import { systemCtx } from "@/lib/auth/context";
import { describeError } from "@/lib/config/describe-error";
import { log } from "@/lib/config/log";
import type { Clock } from "@/lib/core/clock";
import { db, withTx } from "@/lib/db";
import {
  claimVerification,
  failVerification,
  finishVerification,
  noteProgress,
  renewLease,
  type VerificationKey,
} from "./sql";
import { verifyProgram } from "./verify-program";

/** How long a worker may be silent before another begins anew. */
const LEASE_SECONDS = 60;
const RENEW_MS = 15_000;
/** A ledger whose verification kills its worker over and over is not tried for ever. */
const MAX_ATTEMPTS = 3;

type Run = {
  clock: Clock;
  /** Names the process: a UUID. */
  holder: string;
};

/**
 * Does the verification that has waited longest, from its beginning: it looks at one instant, so one that was cut
 * short starts again.
 * @returns what was worked on, or null when nothing waits
 */
export async function runVerification({ clock, holder }: Run): Promise<VerificationKey | null> {
  const claimed = await withTx({}, (tx) => claimVerification(tx, holder, LEASE_SECONDS, clock.now()));
  if (claimed === null) return null;
  const { attempts, ...key } = claimed;
  const renewal = setInterval(() => {
    // A renewal that fails is made up for by the next one; a lease that is lost shows when the result is stored.
    renewLease(db(), key, holder, LEASE_SECONDS).catch(() => undefined);
  }, RENEW_MS);
  try {
    const report = await verifyProgram(systemCtx(key.programId, "verification", clock), {
      onProgress: (progress) => noteProgress(db(), key, holder, progress),
    });
    await finishVerification(db(), key, holder, report, clock.now());
    if (!report.isSound) log().error({ ...key, broken: report.broken }, "the ledger is broken");
  } catch (error) {
    log().error({ ...key, err: error }, "a verification was interrupted");
    if (attempts < MAX_ATTEMPTS) throw error;
    const { type, message } = describeError(error);
    await failVerification(db(), key, holder, `${type}: ${message}`.slice(0, 300), clock.now());
  } finally {
    clearInterval(renewal);
  }
  return key;
}
