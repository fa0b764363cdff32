import { actorRef } from "@/lib/auth/actor";
import { readPersonBehind } from "@/lib/auth/actor-names";
import type { Ctx } from "@/lib/auth/context";
import { Forbidden } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import { OwnRequest } from "./errors";

/**
 * Makes sure that another person decides than the one who asked: people decide, API keys do not.
 * @throws Forbidden, OwnRequest
 */
export async function requireOtherPerson(tx: Tx, ctx: Ctx, requestedBy: string): Promise<void> {
  if (ctx.actor.kind !== "user") throw new Forbidden("adjustments:approve");
  if ((await readPersonBehind(tx, ctx.programId, requestedBy)) === actorRef(ctx.actor))
    throw new OwnRequest();
}
