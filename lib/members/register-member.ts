import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { createMembers } from "./create-members";
import type { MemberDto, NewMember } from "./schema";

/**
 * Registers one member.
 * @throws Forbidden; Conflict `member_exists` when the external id or e-mail is taken
 */
export async function registerMember(ctx: Ctx, item: NewMember): Promise<MemberDto> {
  const [member] = await createMembers(ctx, [item]);
  if (member === undefined) throw new Error("createMembers returned no member");
  return member;
}
