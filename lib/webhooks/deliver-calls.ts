import "server-only";
import { env } from "@/lib/config/env";
import type { Clock } from "@/lib/core/clock";
import { toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { secretsOf } from "./secrets";
import { type Answer, sendCall } from "./send-call";
import { signedHeaders } from "./signature";
import { type CallOutcome, noteOutcome, type TakenCall, takeDueCalls } from "./sql";

const CALLS_AT_ONCE = 20;
const LEASE_MS = 60_000;
/** Seconds after each attempt until the next: twelve attempts in 24 hours. */
const DELAYS_SECONDS = [10, 30, 60, 300, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 36_500] as const;
export const MAX_ATTEMPTS = DELAYS_SECONDS.length + 1;

/**
 * Makes the calls that are due, several at once. A call is made at least once; its `webhook-id` stays the same, so
 * that the receiver knows it again.
 * @returns how many were made, whatever came of them
 */
export async function deliverCalls(
  clock: Clock,
  allowPrivate = env().WEBHOOKS_ALLOW_PRIVATE,
): Promise<number> {
  const now = clock.now();
  const calls = await takeDueCalls(db(), now, new Date(now.getTime() + LEASE_MS), CALLS_AT_ONCE);
  const secrets = new Map<string, Uint8Array[]>();
  for (const programId of new Set(calls.map((call) => call.programId))) {
    secrets.set(programId, await secretsOf(db(), programId, now));
  }
  await Promise.all(
    calls.map(async (call) => {
      const { programId, callId, url, body } = call;
      const signing = { id: toTypeId("call", callId), at: now, body };
      const headers = signedHeaders(signing, secrets.get(programId) ?? []);
      const answer = await sendCall({ url, headers, body, allowPrivate });
      await noteOutcome(db(), call, outcomeOf(call, answer, clock.now()), clock.now());
    }),
  );
  return calls.length;
}

/** What becomes of a call after an attempt. */
export function outcomeOf(
  { attempts }: Pick<TakenCall, "attempts">,
  { status, error }: Answer,
  now: Date,
): CallOutcome {
  if (error === null) return { state: "delivered", status, error, nextAttemptAt: null };
  const delayMs = delayAfter(attempts);
  if (delayMs === null) return { state: "failed", status, error, nextAttemptAt: null };
  return { state: "waiting", status, error, nextAttemptAt: new Date(now.getTime() + delayMs) };
}

/** Milliseconds from an attempt, the first being 1, to the next; null after the last. */
export function delayAfter(attempts: number): number | null {
  const seconds = DELAYS_SECONDS[attempts - 1];
  return seconds === undefined ? null : seconds * 1_000;
}
