import "server-only";
import type { Ctx, MemberCtx } from "@/lib/auth/context";
import { countSignInAttempt, forgiveSignInAttempts } from "@/lib/auth/sign-in-limits";
import { chooseConsent, readPurposes } from "@/lib/consents";
import { AppError } from "@/lib/core/errors";
import { type Tx, withTx } from "@/lib/db";
import { CodeOver, checkCode, type ProvenCode, readPendingCode, useCode } from "@/lib/email-codes";
import { languageOf } from "@/lib/i18n/locales";
import { registerMember, verifyEmail } from "@/lib/members";
import { stayMember } from "@/lib/privacy";
import { readProgram } from "@/lib/programs";
import { acceptInvitation } from "@/lib/referrals";
import { holderOf } from "./request-entry";
import { type JoinWish, keptWish } from "./schema";

/** Who is in, and whether they have just become a member. */
export type Entered = { memberId: string; isNew: boolean };

/**
 * Lets somebody in who knows the code that was sent to their address: to the card that they have, or to a new one if
 * they asked to join. Several at the same time make one member.
 * @throws WrongCode; CodeOver; TooManyRequests with the seconds to wait
 */
export async function enterWithCode(
  ctx: Ctx,
  { codeId, code, address }: { codeId: string; code: string; address: string },
): Promise<Entered> {
  const pending = await readPendingCode(ctx.programId, codeId);
  if (pending === null || pending.purpose === "change_email") throw new CodeOver();
  const account = `code ${ctx.programId} ${pending.email}`;
  await countSignInAttempt(account, address);
  const proven = await checkCode(ctx, codeId, code);
  const entered = await withTx(ctx, async (tx) => {
    await useCode(tx, ctx, codeId);
    return enter(tx, { ...ctx, tx, idempotencyKey: undefined }, proven);
  });
  await forgiveSignInAttempts(account, address);
  return entered;
}

async function enter(tx: Tx, ctx: Ctx, proven: ProvenCode): Promise<Entered> {
  const known = await holderOf(tx, ctx.programId, proven.email);
  if (known !== null) return letIn(tx, ctx, known);
  if (proven.purpose !== "join") throw new CodeOver();
  const wish = keptWish.parse(proven.request);
  try {
    const memberId = await admit(tx, ctx, { ...wish, email: proven.email }, proven.locale);
    return { memberId, isNew: true };
  } catch (error) {
    if (!(error instanceof AppError && error.code === "member_exists")) throw error;
    // Somebody with the same address came in a moment before: with another code, or at the counter.
    const holder = await holderOf(tx, ctx.programId, proven.email);
    if (holder === null) throw new CodeOver();
    return letIn(tx, ctx, holder);
  }
}

async function letIn(
  tx: Tx,
  ctx: Ctx,
  { memberId, status }: { memberId: string; status: string },
): Promise<Entered> {
  if (status !== "active") throw new CodeOver();
  await verifyEmail(tx, ctx, memberId);
  await stayMember(asMember(ctx, memberId), memberId);
  return { memberId, isNew: false };
}

async function admit(tx: Tx, ctx: Ctx, wish: JoinWish, locale: string): Promise<string> {
  const { memberId } = await registerMember(ctx, { name: wish.name, email: wish.email });
  const program = await readProgram(ctx.programId, tx);
  const speaksAsProgram = languageOf(locale) === languageOf(program.locale);
  await verifyEmail(tx, ctx, memberId, speaksAsProgram ? null : locale);
  await noteConsents(ctx, memberId, wish.agreed, locale);
  if (wish.referral !== null) await acceptInvitation(tx, ctx, { code: wish.referral, memberId });
  return memberId;
}

function asMember(ctx: Ctx, memberId: string): MemberCtx {
  return { ...ctx, actor: { kind: "member", memberId } };
}

/** What was ticked when joining, and what was not: each with the wording that was read. */
async function noteConsents(
  ctx: Ctx,
  memberId: string,
  agreed: readonly string[],
  locale: string,
): Promise<void> {
  for (const { code: purpose } of await readPurposes(ctx.programId, ctx.tx)) {
    const choice = { purpose, granted: agreed.includes(purpose) };
    await chooseConsent(asMember(ctx, memberId), memberId, choice, { via: "join", locale });
  }
}
