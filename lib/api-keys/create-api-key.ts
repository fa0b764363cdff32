import "server-only";
import { recordAudit } from "@/lib/audit";
import { mintApiKey } from "@/lib/auth/api-key-format";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { Forbidden } from "@/lib/core/errors";
import { newId, toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { type IssuedApiKey, type NewApiKey, newApiKey } from "./schema";

/**
 * Makes an API key. Its text is in the answer and nowhere else, so this verb is not idempotent by key: a stored
 * answer would keep the secret.
 * @throws Forbidden, also for a scope that the caller does not have; Invalid
 */
export async function createApiKey(ctx: Ctx, input: NewApiKey): Promise<IssuedApiKey> {
  const { name, scopes } = newApiKey.parse(input);
  if (ctx.actor.kind !== "user") throw new Forbidden("keys:manage");
  const createdBy = ctx.actor.userId;
  for (const scope of scopes) requirePermission(ctx, scope);
  return write({ ...ctx, idempotencyKey: undefined }, { permission: "keys:manage" }, async (tx) => {
    const apiKeyId = newId();
    const { text, secretHash, hint } = mintApiKey(apiKeyId);
    const { programId } = ctx;
    await tx.apiKey.create({
      data: { programId, apiKeyId, name, hint, secretHash, scopes, createdBy, createdAt: ctx.clock.now() },
    });
    await recordAudit(tx, ctx, {
      action: "api_key.created",
      target: toTypeId("key", apiKeyId),
      detail: { scopes },
    });
    return { apiKeyId: toTypeId("key", apiKeyId), name, text };
  });
}
