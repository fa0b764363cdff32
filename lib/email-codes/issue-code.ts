import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { env } from "@/lib/config/env";
import { newId } from "@/lib/core/ids";
import type { Prisma, Tx } from "@/lib/db";
import { type MailContent, queueMail } from "@/lib/mail";
import { CODE_MINUTES, drawCode, hashCode, TRIES } from "./code-rules";
import type { CodePurpose } from "./schema";

export type NewCode = {
  purpose: CodePurpose;
  /** In lower case. */
  email: string;
  /** Whose address it will be; for changes only. */
  memberId?: string;
  /** What is to happen once the code is there. */
  request?: Prisma.InputJsonObject;
  /** BCP 47, of the mail. */
  locale: string;
};

/**
 * What is written to the address: a mail with the code, one without where there is nothing to prove (the address is
 * nobody's, or somebody else's), or none. Whoever asked sees the same in every case.
 */
export type CodeMail =
  | { kind: string; memberId: string | null; withCode: (code: string) => MailContent }
  | { kind: string; memberId: string | null; withoutCode: MailContent }
  | null;

/**
 * Draws a code, keeps its hash, and queues the mail that takes it to the address.
 * @returns its id: the handle of whoever asked, which is of no use without the code
 */
export async function issueCode(tx: Tx, ctx: Ctx, code: NewCode, mail: CodeMail): Promise<string> {
  const codeId = newId();
  const now = ctx.clock.now();
  const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000);
  const codeHash = await mailCode(tx, ctx, { ...code, codeId, expiresAt }, mail);
  await tx.emailCode.create({
    data: {
      programId: ctx.programId,
      codeId,
      purpose: code.purpose,
      email: code.email,
      memberId: code.memberId ?? null,
      codeHash,
      request: code.request ?? {},
      locale: code.locale,
      triesLeft: TRIES,
      createdAt: now,
      lastSentAt: now,
      expiresAt,
    },
  });
  return codeId;
}

/** Draws a code and queues its mail. @returns the code's hash, or null where none was sent */
export async function mailCode(
  tx: Tx,
  ctx: Ctx,
  { codeId, email, locale, expiresAt }: { codeId: string; email: string; locale: string; expiresAt: Date },
  mail: CodeMail,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (mail === null) return null;
  const common = { kind: mail.kind, to: email, memberId: mail.memberId, locale };
  if ("withoutCode" in mail) {
    await queueMail(tx, ctx, { ...common, content: mail.withoutCode });
    return null;
  }
  const code = drawCode();
  const content = mail.withCode(code);
  await queueMail(tx, ctx, { ...common, content, secret: true, usefulUntil: expiresAt });
  return Uint8Array.from(hashCode(codeId, code, env().NEXTAUTH_SECRET));
}
