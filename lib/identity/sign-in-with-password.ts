import "server-only";
import { verifyPassword } from "@/lib/auth/password";
import { countSignInAttempt, forgiveSignInAttempts } from "@/lib/auth/sign-in-limits";
import { db } from "@/lib/db";
import { SignInRefused } from "./errors";
import type { Credentials } from "./schema";

/**
 * Checks a portal user's e-mail and password. An unknown e-mail takes the same work and gives the same answer
 * as a wrong password, and both count towards the same limits.
 * @param address where the attempt comes from, see `clientAddress`
 * @throws SignInRefused; TooManyRequests with the seconds to wait
 */
export async function signInWithPassword(
  { email, password }: Credentials,
  { address, now }: { address: string; now: Date },
): Promise<{ userId: string }> {
  const account = `portal ${email}`;
  await countSignInAttempt(account, address);
  const user = await db().user.findUnique({
    where: { email },
    select: { userId: true, passwordHash: true, disabledAt: true },
  });
  const matches = await verifyPassword(user?.passwordHash ?? null, password);
  if (user === null || !matches || user.disabledAt !== null) throw new SignInRefused();
  await forgiveSignInAttempts(account, address);
  await db().user.update({ where: { userId: user.userId }, data: { lastSignInAt: now } });
  return { userId: user.userId };
}
