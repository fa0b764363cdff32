import "server-only";
import { verifyPassword } from "@/lib/auth/password";
import { countSignInAttempt, forgiveSignInAttempts } from "@/lib/auth/sign-in-limits";
import { db } from "@/lib/db";
import { SignInRefused } from "./errors";
import type { Credentials } from "./schema";

/**
 * Checks a member's e-mail and password in one program; members of different programs are different people here.
 * Blocked members keep their wallet's history but cannot sign in. Answers and costs as `signInWithPassword`.
 * @throws SignInRefused; TooManyRequests with the seconds to wait
 */
export async function signInMember(
  programId: string,
  { email, password }: Credentials,
  { address, now }: { address: string; now: Date },
): Promise<{ memberId: string }> {
  const account = `member ${programId} ${email}`;
  await countSignInAttempt(account, address);
  const member = await db().member.findUnique({
    where: { programId_email: { programId, email } },
    select: { memberId: true, passwordHash: true, status: true },
  });
  const matches = await verifyPassword(member?.passwordHash ?? null, password);
  if (member === null || !matches || member.status !== "active") throw new SignInRefused();
  await forgiveSignInAttempts(account, address);
  const { memberId } = member;
  await db().member.update({
    where: { programId_memberId: { programId, memberId } },
    data: { lastSignInAt: now },
  });
  return { memberId };
}
