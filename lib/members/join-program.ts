import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { hashPassword } from "@/lib/auth/password";
import { registerMember } from "./register-member";
import { type JoinRequest, joinRequest, type MemberDto } from "./schema";

/**
 * A person joins the program by themselves, with a password for the wallet.
 * @throws Invalid; Conflict `member_exists` when the e-mail address has joined before
 */
export async function joinProgram(ctx: Ctx, request: JoinRequest): Promise<MemberDto> {
  const { name, email, password } = joinRequest.parse(request);
  return registerMember(
    { ...ctx, idempotencyKey: undefined },
    { name, email, passwordHash: await hashPassword(password) },
  );
}
