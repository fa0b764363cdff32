import "server-only";
import type { Ctx } from "@/lib/auth/context";
import type { Tx } from "@/lib/db";
import { CODE_MINUTES, MAX_SENDS, RESEND_PAUSE_SECONDS, TRIES } from "./code-rules";
import { CodeOver, ResendTooSoon } from "./errors";
import { type CodeMail, mailCode } from "./issue-code";
import type { CodePurpose } from "./schema";
import { lockCode } from "./sql";

/** What a code was asked for. */
export type AskedFor = { purpose: CodePurpose; email: string; locale: string; memberId: string | null };

/**
 * Sends another code in place of the one before, which no longer counts. It may be guessed at as often as the first:
 * it goes out a few times only, so that all tries together stay few.
 * @param mailFor what is written, for what was asked
 * @throws CodeOver; ResendTooSoon with the seconds to wait
 */
export async function resendCode(
  tx: Tx,
  ctx: Ctx,
  codeId: string,
  mailFor: (asked: AskedFor) => Promise<CodeMail>,
): Promise<void> {
  const code = await lockCode(tx, ctx.programId, codeId);
  if (code === null || code.usedAt !== null || code.sentTimes >= MAX_SENDS) throw new CodeOver();
  const now = ctx.clock.now();
  const waitMs = code.lastSentAt.getTime() + RESEND_PAUSE_SECONDS * 1_000 - now.getTime();
  if (waitMs > 0) throw new ResendTooSoon(Math.ceil(waitMs / 1_000));
  const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000);
  const codeHash = await mailCode(tx, ctx, { ...code, codeId, expiresAt }, await mailFor(code));
  await tx.emailCode.update({
    where: { programId_codeId: { programId: ctx.programId, codeId } },
    data: { codeHash, triesLeft: TRIES, lastSentAt: now, expiresAt, sentTimes: { increment: 1 } },
  });
}
