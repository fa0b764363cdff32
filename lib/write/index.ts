import "server-only";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { type Permission, requirePermission } from "@/lib/auth/permissions";
import { Conflict } from "@/lib/core/errors";
import { canonicalJson, sha256 } from "@/lib/core/hash";
import { type Prisma, type Tx, withTx } from "@/lib/db";
import { claimKey } from "./sql";

type WriteSpec = {
  /** What the actor must be allowed; null where the verb itself decides (a member changing their own profile). */
  permission: Permission | null;
  /** What was asked for: the same idempotency key with another request, or operation, is refused. */
  request?: unknown;
};

/**
 * The frame of every write verb: permission, one transaction, and the caller's idempotency key claimed inside
 * it, so that the claim and what it stands for commit together. A repeated key replays the stored answer.
 * @param work does the writing and returns a DTO that survives JSON.
 * @throws Forbidden; Conflict `idempotency_key_reused` when the key came with another request before
 */
export async function write<T>(ctx: Ctx, spec: WriteSpec, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (spec.permission !== null) requirePermission(ctx, spec.permission);
  return withTx(ctx, async (tx) => {
    if (ctx.idempotencyKey === undefined) return work(tx);
    const caller = actorRef(ctx.actor);
    const requestHash = sha256(canonicalJson([ctx.operation, spec.request]));
    const identity = { programId: ctx.programId, caller, key: ctx.idempotencyKey };
    const known = await claimKey(tx, { ...identity, requestHash, now: ctx.clock.now() });
    if (known !== null) {
      if (!Buffer.from(known.requestHash).equals(requestHash)) {
        throw new Conflict(
          "idempotency_key_reused",
          "This Idempotency-Key was used for another request. Use a new key for a new request.",
        );
      }
      return (known.response as { value: T }).value;
    }
    const answer = await work(tx);
    await tx.idempotency.update({
      where: { programId_caller_key: identity },
      data: { response: { value: answer } as Prisma.InputJsonObject },
    });
    return answer;
  });
}
