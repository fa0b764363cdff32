import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { enrolCompany } from "./enrol-company";
import { type NewSupplier, newSupplier } from "./schema";
import { lockPartners, selectPartners } from "./sql";

/**
 * Takes a company in as a reward partner, with nobody who looks after it yet: people are invited one by one.
 * @returns its UUID
 * @throws Forbidden; Conflict `partner_exists`, `key_taken`
 */
export async function addSupplier(ctx: Ctx, input: NewSupplier): Promise<{ partnerId: string }> {
  const { key, name } = newSupplier.parse(input);
  const { programId } = ctx;
  return write(ctx, { permission: "partners:manage", request: { key, name } }, async (tx) => {
    await lockPartners(tx, programId);
    const others = await selectPartners(tx, programId);
    if (others.some((other) => other.key === key)) {
      throw new Conflict("key_taken", `The program has a reward partner with the key “${key}” already.`);
    }
    const partnerId = await enrolCompany(tx, ctx, others, { name, parts: ["REWARD_PARTNER"] });
    await tx.rewardPartner.create({ data: { programId, partnerId, key, createdAt: ctx.clock.now() } });
    await recordAudit(tx, ctx, {
      action: "partner.added",
      target: toTypeId("org", partnerId),
      detail: { name, parts: ["REWARD_PARTNER"] },
    });
    return { partnerId };
  });
}
