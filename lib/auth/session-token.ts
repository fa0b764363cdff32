import "server-only";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/config/env";

/**
 * Two sessions can live side by side in one browser: a portal user's, which next-auth issues and reads too,
 * and a member's. Both are encrypted JWTs in their own cookie; each is sealed with its own key, so that
 * neither can stand in for the other. They carry ids only: role, state and name come from the database at
 * each request, which is what makes a revocation act at once.
 */
const KINDS = {
  // A working day. next-auth seals its session without a salt.
  portal: { cookie: "tessera.session", salt: "", maxAgeSeconds: 12 * 60 * 60 },
  member: { cookie: "tessera.member", salt: "member-session", maxAgeSeconds: 30 * 24 * 60 * 60 },
} as const;

type Kind = keyof typeof KINDS;

export type PortalSession = { userId: string };
/** `sessionId`: the row that says that it still holds. */
export type MemberSession = { programId: string; memberId: string; sessionId: string };

const portalClaims = z.object({ sub: z.uuid(), signedInAt: z.number() });
const memberClaims = z.object({
  sub: z.uuid(),
  programId: z.uuid(),
  sid: z.uuid(),
  signedInAt: z.number(),
});

/** Behind https the cookie is bound to this very host. */
export function secureCookies(): boolean {
  return env().NEXTAUTH_URL?.startsWith("https://") ?? false;
}

export function sessionCookieName(kind: Kind): string {
  return secureCookies() ? `__Host-${KINDS[kind].cookie}` : KINDS[kind].cookie;
}

/** Attributes that a session cookie is set and removed with; `maxAge` in seconds. */
export function sessionCookieOptions(kind: Kind) {
  return {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: secureCookies(),
    maxAge: KINDS[kind].maxAgeSeconds,
  } as const;
}

export function sessionMaxAgeSeconds(kind: Kind): number {
  return KINDS[kind].maxAgeSeconds;
}

export function portalTokenClaims(userId: string, now: Date) {
  return { sub: userId, signedInAt: Math.floor(now.getTime() / 1000) };
}

/** The value of the portal's session cookie. */
export function sealPortalSession({ userId }: PortalSession, now: Date): Promise<string> {
  return seal("portal", portalTokenClaims(userId, now));
}

/** The value of a member's session cookie. */
export function sealMemberSession(
  { programId, memberId, sessionId }: MemberSession,
  now: Date,
): Promise<string> {
  return seal("member", {
    sub: memberId,
    programId,
    sid: sessionId,
    signedInAt: Math.floor(now.getTime() / 1000),
  });
}

/** Whose session this is, or null when the text is not a session of the portal or is too old. */
export async function openPortalSession(value: string | undefined, now: Date): Promise<PortalSession | null> {
  const claims = portalClaims.safeParse(await open("portal", value));
  if (!claims.success || isTooOld("portal", claims.data.signedInAt, now)) return null;
  return { userId: claims.data.sub };
}

/** Whose session this is, or null when the text is not a member's session or is too old. */
export async function openMemberSession(value: string | undefined, now: Date): Promise<MemberSession | null> {
  const claims = memberClaims.safeParse(await open("member", value));
  if (!claims.success || isTooOld("member", claims.data.signedInAt, now)) return null;
  const { sub: memberId, programId, sid: sessionId } = claims.data;
  return { programId, memberId, sessionId };
}

/** Reckoned from the sign-in, so that renewing the token cannot stretch a session without end. */
function isTooOld(kind: Kind, signedInAt: number, now: Date): boolean {
  return now.getTime() / 1000 - signedInAt > KINDS[kind].maxAgeSeconds;
}

function seal(kind: Kind, token: Record<string, unknown>): Promise<string> {
  const { salt, maxAgeSeconds } = KINDS[kind];
  return encode({ token, secret: env().NEXTAUTH_SECRET, salt, maxAge: maxAgeSeconds });
}

async function open(kind: Kind, value: string | undefined): Promise<unknown> {
  if (!value) return null;
  try {
    return await decode({ token: value, secret: env().NEXTAUTH_SECRET, salt: KINDS[kind].salt });
  } catch {
    // Forged, truncated, expired or sealed with a former secret: in every case, nobody is signed in.
    return null;
  }
}
