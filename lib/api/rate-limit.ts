import { type RateLimiterAbstract, RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { Actor } from "@/lib/auth/actor";
import { actorRef } from "@/lib/auth/actor";
import { sharedLimiter } from "@/lib/cache";
import { TooManyRequests } from "@/lib/core/errors";

const WINDOW_SECONDS = 10;
/** Requests a caller may make in the window: generous to machines, enough for a person's clicking. */
const LIMITS = { apiKey: 6_000, user: 600, partner: 600, member: 300, system: 6_000 } as const;

const limiters = new Map<Actor["kind"], RateLimiterAbstract>();

function limiterOf(kind: Actor["kind"]): RateLimiterAbstract {
  const known = limiters.get(kind);
  if (known) return known;
  const rule = { points: LIMITS[kind], duration: WINDOW_SECONDS, keyPrefix: kind };
  const limiter = sharedLimiter(rule, new RateLimiterMemory(rule));
  limiters.set(kind, limiter);
  return limiter;
}

/**
 * Counts one request of the actor, over all instances where they share a Redis, else in this process.
 * @returns the RateLimit headers of the answer (IETF draft ratelimit-headers)
 * @throws TooManyRequests
 */
export async function countRequest(actor: Actor): Promise<Record<string, string>> {
  const limit = LIMITS[actor.kind];
  const state = await limiterOf(actor.kind)
    .consume(actorRef(actor))
    .catch((refusal: RateLimiterRes | Error) => {
      if (refusal instanceof Error) throw refusal;
      throw new TooManyRequests(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
    });
  return {
    "ratelimit-policy": `"${actor.kind}";q=${limit};w=${WINDOW_SECONDS}`,
    ratelimit: `"${actor.kind}";r=${state.remainingPoints};t=${Math.ceil(state.msBeforeNext / 1000)}`,
  };
}
