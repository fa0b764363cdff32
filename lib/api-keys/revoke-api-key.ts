import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";

/**
 * Revokes a key for good; the next request with it is refused.
 * @throws Forbidden; NotFound, also for one that is revoked already
 */
export async function revokeApiKey(ctx: Ctx, { apiKeyId }: { apiKeyId: string }): Promise<{ revoked: true }> {
  return write(ctx, { permission: "keys:manage", request: { apiKeyId } }, async (tx) => {
    const { count } = await tx.apiKey.updateMany({
      where: { programId: ctx.programId, apiKeyId, revokedAt: null },
      data: { revokedAt: ctx.clock.now() },
    });
    if (count === 0) throw new NotFound("API key");
    await recordAudit(tx, ctx, { action: "api_key.revoked", target: toTypeId("key", apiKeyId) });
    return { revoked: true };
  });
}
