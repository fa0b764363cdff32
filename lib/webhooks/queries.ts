import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { db } from "@/lib/db";
import type { CallState, WebhookCallDto, WebhookSecretDto } from "./schema";
import { ensureSecret } from "./secrets";
import { printSecret } from "./signature";

/**
 * The calls that campaigns have asked for, the newest first.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listCalls(
  ctx: Ctx,
  { state, cursor, limit }: { state?: CallState | undefined; cursor?: string | undefined; limit: number },
): Promise<Page<WebhookCallDto>> {
  requirePermission(ctx, "webhooks:manage");
  const rows = await (ctx.tx ?? db()).webhookCall.findMany({
    where: {
      programId: ctx.programId,
      ...(state && { state }),
      ...(cursor !== undefined && { callId: { lt: idIn(cursor) } }),
    },
    omit: { programId: true, closedAt: true },
    orderBy: { callId: "desc" },
    take: limit + 1,
  });
  const items = rows.map(({ createdAt, nextAttemptAt, lastAttemptAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    lastAttemptAt: lastAttemptAt?.toISOString() ?? null,
  }));
  return toPage(items, limit, (last) => [last.callId]);
}

/**
 * What calls are signed with; it is made when it is first asked for.
 * @throws Forbidden
 */
export async function readSecret(ctx: Ctx): Promise<WebhookSecretDto> {
  requirePermission(ctx, "webhooks:manage");
  const now = ctx.clock.now();
  const { secret, madeAt, previousUntil } = await ensureSecret(ctx.tx ?? db(), ctx.programId, now);
  const isOverlapping = previousUntil !== null && previousUntil > now;
  return {
    secret: printSecret(secret),
    madeAt: madeAt.toISOString(),
    previousUntil: isOverlapping ? previousUntil.toISOString() : null,
  };
}

function idIn(cursor: string): string {
  const [id] = decodeCursor(cursor);
  if (typeof id === "string" && isUuid(id)) return id;
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
