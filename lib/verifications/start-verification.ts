import "server-only";
import { recordAudit } from "@/lib/audit";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { present } from "@/lib/core/assert";
import { newId, toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import type { VerificationDto } from "./schema";
import { insertVerification } from "./sql";
import { toVerificationDtos } from "./verification-row";

/**
 * Has the worker verify the whole ledger. Where that is under way already, it is the answer: a second look would find
 * the same.
 * @throws Forbidden
 */
export async function startVerification(ctx: Ctx): Promise<VerificationDto> {
  const { programId } = ctx;
  return write(ctx, { permission: "ledger:read", request: "verify" }, async (tx) => {
    const verificationId = newId();
    const startedBy = actorRef(ctx.actor);
    const createdAt = ctx.clock.now();
    const isNew = await insertVerification(tx, { programId, verificationId, startedBy, createdAt });
    const row = await tx.verification.findFirstOrThrow({
      where: isNew ? { programId, verificationId } : { programId, state: { in: ["waiting", "running"] } },
    });
    if (isNew) {
      await recordAudit(tx, ctx, {
        action: "ledger.verification_started",
        target: toTypeId("job", verificationId),
        detail: {},
      });
    }
    const [dto] = await toVerificationDtos(tx, programId, [row]);
    return present(dto, "one row gives one verification");
  });
}
