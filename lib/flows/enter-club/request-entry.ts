import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { countCodeMail, countJoinAttempt } from "@/lib/auth/sign-in-limits";
import { type Tx, withTx } from "@/lib/db";
import { type AskedFor, type CodeMail, issueCode, resendCode } from "@/lib/email-codes";
import { recallProgram } from "@/lib/programs";
import { changeMail, joinMail, leaveMail, signInMail } from "./entry-mails";
import type { JoinWish } from "./schema";

/** Where a request comes from: its address on the internet, and the language that its answer is in (BCP 47). */
type Asking = { address: string; locale: string };

/**
 * Sends a code to somebody who wants to become a member. It ends alike whether or not the address has joined before:
 * otherwise the form would tell anybody who asks which addresses are members. Only the mail knows.
 * @returns the handle to enter with, together with the code
 * @throws TooManyRequests with the seconds to wait
 */
export async function requestJoin(
  ctx: Ctx,
  { email, ...wish }: JoinWish,
  { address, locale }: Asking,
): Promise<{ codeId: string }> {
  await countJoinAttempt(address);
  await countCodeMail(`${ctx.programId} ${email}`, address);
  const club = await recallProgram(ctx.programId);
  return withTx(ctx, async (tx) => {
    const mail = joinMail(club, await holderOf(tx, ctx.programId, email), locale);
    return { codeId: await issueCode(tx, ctx, { purpose: "join", email, request: wish, locale }, mail) };
  });
}

/**
 * Sends a code to somebody who wants to sign in without a password; where the address is nobody's, the mail says so.
 * @returns the handle to enter with, together with the code
 * @throws TooManyRequests with the seconds to wait
 */
export async function requestSignInCode(
  ctx: Ctx,
  email: string,
  { address, locale }: Asking,
): Promise<{ codeId: string }> {
  await countCodeMail(`${ctx.programId} ${email}`, address);
  const club = await recallProgram(ctx.programId);
  return withTx(ctx, async (tx) => {
    const mail = signInMail(club, await holderOf(tx, ctx.programId, email), locale);
    return { codeId: await issueCode(tx, ctx, { purpose: "sign_in", email, locale }, mail) };
  });
}

/**
 * Sends a member a code as for signing in, with the words of what it is for: to leave for good.
 * @returns the handle to leave with, together with the code
 * @throws TooManyRequests with the seconds to wait
 */
export async function requestLeavingCode(
  ctx: Ctx,
  { memberId, email }: { memberId: string; email: string },
  { address, locale }: Asking,
): Promise<{ codeId: string }> {
  await countCodeMail(`${ctx.programId} ${email}`, address);
  const mail = leaveMail(await recallProgram(ctx.programId), memberId, locale);
  return withTx(ctx, async (tx) => ({
    codeId: await issueCode(tx, ctx, { purpose: "sign_in", email, locale }, mail),
  }));
}

/**
 * Sends another code in place of the one before.
 * @throws CodeOver; ResendTooSoon; TooManyRequests with the seconds to wait
 */
export async function resendEntryCode(ctx: Ctx, codeId: string, address: string): Promise<void> {
  const club = await recallProgram(ctx.programId);
  await withTx(ctx, (tx) =>
    resendCode(tx, ctx, codeId, async (asked) => {
      await countCodeMail(`${ctx.programId} ${asked.email}`, address);
      return mailFor(tx, ctx.programId, club, asked);
    }),
  );
}

async function mailFor(
  tx: Tx,
  programId: string,
  club: { name: string; slug: string },
  { purpose, email, locale, memberId }: AskedFor,
): Promise<CodeMail> {
  const holder = await holderOf(tx, programId, email);
  if (purpose === "join") return joinMail(club, holder, locale);
  if (purpose === "sign_in" || memberId === null) return signInMail(club, holder, locale);
  return changeMail(club, memberId, holder !== null && holder.memberId !== memberId, locale);
}

/** Whose address it is; nobody's for one of a member who has left. */
export async function holderOf(tx: Tx, programId: string, email: string) {
  const holder = await tx.member.findUnique({
    where: { programId_email: { programId, email } },
    select: { memberId: true, status: true },
  });
  return holder?.status === "closed" ? null : holder;
}
