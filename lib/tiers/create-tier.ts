import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { MAX_TIERS, type NewTier, newTier, type TierDto } from "./schema";
import { lockTiers } from "./sql";

/**
 * Adds a tier above the others.
 * @throws Forbidden; Conflict `tier_exists`, `too_many_tiers`
 */
export async function createTier(ctx: Ctx, input: NewTier): Promise<TierDto> {
  const { code, name } = newTier.parse(input);
  const { programId } = ctx;
  return write(ctx, { permission: "program:manage", request: { code, name } }, async (tx) => {
    const codes = await lockTiers(tx, programId);
    if (codes.includes(code)) throw new Conflict("tier_exists", `There is a tier “${code}” already.`);
    if (codes.length >= MAX_TIERS) {
      throw new Conflict("too_many_tiers", `A program has at most ${MAX_TIERS} tiers.`);
    }
    const tier = { code, name, rank: codes.length + 1 };
    await tx.tier.create({ data: { programId, ...tier } });
    await recordAudit(tx, ctx, {
      action: "tier.created",
      target: toTypeId("prog", programId),
      detail: { code, name },
    });
    return { ...tier, members: 0 };
  });
}
