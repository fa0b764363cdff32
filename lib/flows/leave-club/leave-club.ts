import "server-only";
import type { MemberCtx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { CodeOver, checkCode, useCode as takeCode } from "@/lib/email-codes";
import { requestLeavingCode } from "@/lib/flows/enter-club";
import { readMember } from "@/lib/members";
import { type ErasureDto, noteOwnErasure } from "@/lib/privacy";

/**
 * Sends a member who has no password a code, by which they prove once more who they are before they leave for good.
 * @throws Conflict `no_address`; TooManyRequests with the seconds to wait
 */
export async function requestLeaveCode(
  ctx: MemberCtx,
  asking: { address: string; locale: string },
): Promise<{ codeId: string; email: string }> {
  const { memberId } = ctx.actor;
  const { email } = await readMember(ctx, memberId);
  if (email === null) throw new Conflict("no_address", "There is no address to send a code to.");
  const { codeId } = await requestLeavingCode(ctx, { memberId, email }, asking);
  return { codeId, email };
}

/**
 * A member asks to be forgotten, with the code that was sent to their address.
 * @throws WrongCode; CodeOver; Conflict `erasure_requested`
 */
export async function leaveWithCode(
  ctx: MemberCtx,
  { codeId, code }: { codeId: string; code: string },
): Promise<ErasureDto> {
  const { email } = await readMember(ctx, ctx.actor.memberId);
  const proven = await checkCode(ctx, codeId, code);
  if (proven.purpose !== "sign_in" || proven.email !== email) throw new CodeOver();
  return noteOwnErasure(ctx, (tx) => takeCode(tx, ctx, codeId));
}
