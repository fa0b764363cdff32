import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { env } from "@/lib/config/env";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import { isUuid, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import type { MailDto, MailQuery } from "./schema";

/** Whether mails leave this installation, or are kept for the portal. */
export function mailIsSent(): boolean {
  return env().SMTP_URL !== undefined;
}

/**
 * Mails to members, the newest first. What carries a secret, such as a code, is shown only where it was kept because
 * there is no mail server: whoever tries the product reads it here.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listMails(ctx: Ctx, { state, to, cursor, limit }: MailQuery): Promise<Page<MailDto>> {
  requirePermission(ctx, "mail:manage");
  const rows = await (ctx.tx ?? db()).mail.findMany({
    where: {
      programId: ctx.programId,
      ...(state && { state }),
      ...(to && { recipient: to }),
      ...(cursor !== undefined && { mailId: { lt: idIn(cursor) } }),
    },
    omit: { html: true },
    orderBy: { mailId: "desc" },
    take: limit + 1,
  });
  const page = toPage(rows, limit, (last) => [last.mailId]);
  const items = page.items.map((row) => ({
    id: toTypeId("mail", row.mailId),
    kind: row.kind,
    memberId: row.memberId && toTypeId("mem", row.memberId),
    recipient: row.recipient,
    ...(row.secret && row.state !== "kept"
      ? { subject: null, text: null }
      : { subject: row.subject, text: row.text }),
    state: row.state,
    attempts: row.attempts,
    createdAt: row.createdAt.toISOString(),
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    lastError: row.lastError,
  }));
  return { ...page, items };
}

function idIn(cursor: string): string {
  const [id] = decodeCursor(cursor);
  if (typeof id === "string" && isUuid(id)) return id;
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
