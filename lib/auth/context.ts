import { type Clock, systemClock } from "@/lib/core/clock";
import { newId, toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/tx";
import type { Actor } from "./actor";

/** What every verb is called with: for which program, by whom, when, and inside which transaction. */
export type Ctx = {
  programId: string;
  actor: Actor;
  clock: Clock;
  requestId: string;
  idempotencyKey?: string;
  /** What the key was sent for, as a door names it: the same key for anything else is refused. */
  operation?: string;
  tx?: Tx;
};

/** The same when a member acts on their own behalf. */
export type MemberCtx = Ctx & { actor: Extract<Actor, { kind: "member" }> };

export function newRequestId(): string {
  return toTypeId("req", newId());
}

/** The context of a job: not a person, allowed everything within its program. */
export function systemCtx(programId: string, job: string, clock: Clock = systemClock): Ctx {
  return { programId, actor: { kind: "system", job }, clock, requestId: newRequestId() };
}
