import { AppError, Forbidden } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import { actorRef } from "./actor";
import { readPersonBehind } from "./actor-names";
import type { Ctx } from "./context";
import type { Permission } from "./permission-names";

/** Four eyes: who asked for something, or made the API key that did, does not decide about it. */
export class OwnRequest extends AppError {
  constructor() {
    super({
      code: "own_request",
      status: 403,
      message: "the actor decides about a request of their own",
      publicMessage: "You asked for this yourself. Somebody else has to decide about it.",
    });
  }
}

/**
 * Makes sure that another person decides than those who asked: people decide, API keys do not.
 * @param askedBy actors as the audit log names them
 * @throws Forbidden, OwnRequest
 */
export async function requireOtherPerson(
  tx: Tx,
  ctx: Ctx,
  permission: Permission,
  askedBy: readonly string[],
): Promise<void> {
  if (ctx.actor.kind !== "user") throw new Forbidden(permission);
  const decides = actorRef(ctx.actor);
  for (const actor of askedBy) {
    if ((await readPersonBehind(tx, ctx.programId, actor)) === decides) throw new OwnRequest();
  }
}
