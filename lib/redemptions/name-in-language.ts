import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { readPromised } from "./queries";
import { nameFor } from "./schema";

type Named = { name: string; redemptionId: string | null };

/**
 * Vouchers, or whatever else redemptions led to, by what their rewards are called for a reader of this locale (BCP 47).
 * What campaigns have given is called as it is.
 * @throws Forbidden
 */
export async function nameInLanguage<Thing extends Named>(
  ctx: Ctx,
  things: readonly Thing[],
  locale: string,
): Promise<Thing[]> {
  const rewards = await readPromised(
    ctx,
    things.flatMap(({ redemptionId }) => redemptionId ?? []),
  );
  return things.map((thing) => {
    const reward = thing.redemptionId === null ? undefined : rewards.get(thing.redemptionId);
    return reward === undefined ? thing : { ...thing, name: nameFor(reward, locale) };
  });
}
