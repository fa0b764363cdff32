import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import { type MemberDto, readMember } from "@/lib/members";

/**
 * The member whose points are to be spent or set aside.
 * @throws NotFound; Conflict `member_blocked`, `member_closed`
 */
export async function requireSpender(tx: Tx, ctx: Ctx, memberId: string): Promise<MemberDto> {
  const member = await readMember({ ...ctx, tx, actor: { kind: "member", memberId } }, memberId);
  if (member.status === "closed") throw new Conflict("member_closed", "The member has left the program.");
  if (member.status === "blocked") {
    throw new Conflict("member_blocked", "The member is blocked. Unblock them to let points be spent.");
  }
  return member;
}
