import "server-only";
import { cookies, headers } from "next/headers";
import { systemClock } from "@/lib/core/clock";
import { clientAddress } from "./client-address";
import { openSession } from "./member-session";
import {
  type PortalSession,
  sealPortalSession,
  sessionCookieName,
  sessionCookieOptions,
} from "./session-token";

/** Where and when the sign-in attempt of this request is made. */
export async function currentAttempt(): Promise<{ address: string; now: Date }> {
  return { address: clientAddress(await headers()), now: systemClock.now() };
}

/** Signs the browser of this request in to the portal. For server actions. */
export async function startPortalSession(session: PortalSession, now: Date): Promise<void> {
  const value = await sealPortalSession(session, now);
  (await cookies()).set(sessionCookieName("portal"), value, sessionCookieOptions("portal"));
}

/** Signs the browser of this request in to a wallet. For server actions. */
export async function startMemberSession(
  member: { programId: string; memberId: string },
  now: Date,
): Promise<void> {
  const value = await openSession(member, (await headers()).get("user-agent"), now);
  (await cookies()).set(sessionCookieName("member"), value, sessionCookieOptions("member"));
}
