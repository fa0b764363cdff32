import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import type { WebhookSecretDto } from "./schema";
import { drawSecret, ensureSecret } from "./secrets";
import { printSecret } from "./signature";

/** How long calls are signed with both, so that receivers can change over. */
const OVERLAP_MS = 24 * 60 * 60_000;

/**
 * Signs calls with a new secret from now on, and for a day with the one before it too.
 * @throws Forbidden
 */
export async function rotateSecret(ctx: Ctx): Promise<WebhookSecretDto> {
  return write({ ...ctx, idempotencyKey: undefined }, { permission: "webhooks:manage" }, async (tx) => {
    const { programId } = ctx;
    const now = ctx.clock.now();
    const before = await ensureSecret(tx, programId, now);
    const secret = drawSecret();
    const previousUntil = new Date(now.getTime() + OVERLAP_MS);
    await tx.webhookSecret.update({
      where: { programId },
      data: { secret, madeAt: now, previous: before.secret, previousUntil },
    });
    await recordAudit(tx, ctx, { action: "webhook_secret.rotated", target: toTypeId("prog", programId) });
    return {
      secret: printSecret(secret),
      madeAt: now.toISOString(),
      previousUntil: previousUntil.toISOString(),
    };
  });
}
