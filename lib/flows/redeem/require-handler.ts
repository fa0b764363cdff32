import type { Ctx } from "@/lib/auth/context";
import { requirePartnerOr } from "@/lib/auth/permissions";
import { NotFound } from "@/lib/core/errors";
import type { RedemptionRow } from "@/lib/redemptions";

/**
 * Lets those carry a redemption out whose work it is: the program's people and machines, and the partner that it is
 * from. Members never do.
 * @throws Forbidden, NotFound
 */
export function requireHandler(ctx: Ctx, { partnerId }: Pick<RedemptionRow, "partnerId">): void {
  if (ctx.actor.kind === "member") throw new NotFound("redemption");
  const owned = { owner: partnerId, part: "REWARD_PARTNER", thing: "redemption" } as const;
  requirePartnerOr(ctx, owned, "redemptions:write");
}
