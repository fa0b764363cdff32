import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { env } from "@/lib/config/env";
import { Conflict, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { reopenMail } from "./sql";

/**
 * Has a mail sent that was given up, or that was kept while there was no mail server, with all its attempts before it.
 * @throws Forbidden, NotFound; Conflict `no_mail_server`, `mail_not_failed`
 */
export async function retryMail(ctx: Ctx, mailId: string): Promise<{ id: string }> {
  return write(ctx, { permission: "mail:manage", request: { mailId } }, async (tx) => {
    const { programId } = ctx;
    if (env().SMTP_URL === undefined) {
      throw new Conflict("no_mail_server", "There is no mail server that could send it. Set SMTP_URL first.");
    }
    if (!(await reopenMail(tx, programId, mailId, ctx.clock.now()))) {
      const key = { programId_mailId: { programId, mailId } };
      const mail = await tx.mail.findUnique({ where: key, select: { state: true } });
      if (mail === null) throw new NotFound("mail");
      throw new Conflict(
        "mail_not_failed",
        "Only a mail that was given up or kept, and whose content is still there, can be sent again.",
      );
    }
    await recordAudit(tx, ctx, { action: "mail.retried", target: toTypeId("mail", mailId) });
    return { id: toTypeId("mail", mailId) };
  });
}
