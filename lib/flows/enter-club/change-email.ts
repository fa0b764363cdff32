import "server-only";
import type { MemberCtx } from "@/lib/auth/context";
import { countCodeMail, countSignInAttempt, forgiveSignInAttempts } from "@/lib/auth/sign-in-limits";
import { withTx } from "@/lib/db";
import { CodeOver, checkCode, issueCode, useCode } from "@/lib/email-codes";
import { queueMail } from "@/lib/mail";
import { changeOwnEmail } from "@/lib/members";
import { recallProgram } from "@/lib/programs";
import { changedMail, changeMail } from "./entry-mails";
import { holderOf } from "./request-entry";

/**
 * Sends a code to the address that a member wants to be written to. Where it is another member's, the mail says so and
 * the page does not.
 * @returns the handle to confirm with, together with the code
 * @throws TooManyRequests with the seconds to wait
 */
export async function requestEmailChange(
  ctx: MemberCtx,
  email: string,
  { address, locale }: { address: string; locale: string },
): Promise<{ codeId: string }> {
  const { memberId } = ctx.actor;
  await countCodeMail(`${ctx.programId} ${email}`, address);
  const club = await recallProgram(ctx.programId);
  return withTx(ctx, async (tx) => {
    const holder = await holderOf(tx, ctx.programId, email);
    const isTaken = holder !== null && holder.memberId !== memberId;
    const mail = changeMail(club, memberId, isTaken, locale);
    return { codeId: await issueCode(tx, ctx, { purpose: "change_email", email, memberId, locale }, mail) };
  });
}

/**
 * Changes a member's address to the one that the code was sent to, and tells the one before.
 * @throws WrongCode; CodeOver; Conflict `member_exists`; TooManyRequests with the seconds to wait
 */
export async function confirmEmailChange(
  ctx: MemberCtx,
  { codeId, code, address }: { codeId: string; code: string; address: string },
): Promise<{ email: string }> {
  const { memberId } = ctx.actor;
  const account = `change ${ctx.programId} ${memberId}`;
  await countSignInAttempt(account, address);
  const proven = await checkCode(ctx, codeId, code);
  if (proven.purpose !== "change_email" || proven.memberId !== memberId) throw new CodeOver();
  const club = await recallProgram(ctx.programId);
  await withTx(ctx, async (tx) => {
    await useCode(tx, ctx, codeId);
    const { before } = await changeOwnEmail({ ...ctx, tx }, proven.email);
    if (before === null || before === proven.email) return;
    const content = changedMail(club, proven.locale);
    const common = { to: before, memberId, locale: proven.locale };
    await queueMail(tx, ctx, { kind: "email_changed", ...common, content });
  });
  await forgiveSignInAttempts(account, address);
  return { email: proven.email };
}
