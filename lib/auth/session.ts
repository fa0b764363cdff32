import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { systemClock } from "@/lib/core/clock";
import { AppError, NotFound, Unauthenticated } from "@/lib/core/errors";
import { type ProgramDto, recallProgram, recallProgramBySlug } from "@/lib/programs";
import type { Actor } from "./actor";
import { type Ctx, type MemberCtx, newRequestId } from "./context";
import { REQUEST_PATH_HEADER } from "./request-path";
import { safeNext } from "./safe-next";
import { openMemberSession, openPortalSession, sessionCookieName } from "./session-token";
import {
  findMemberSession,
  findPartnerAccess,
  findPortalAccess,
  findUser,
  type PortalAccess,
  touchMemberSession,
} from "./sql";

/** Somebody of the portal as the screens name them. */
export type CurrentUser = { userId: string; name: string; email: string };
export type MerchantCtx = Ctx & { actor: Extract<Actor, { kind: "user" }> };

export type PartnerCtx = Ctx & { actor: Extract<Actor, { kind: "partner" }> };

type Partner = { ctx: PartnerCtx; program: ProgramDto; user: CurrentUser };
/** `locale`: BCP 47, null where the member has chosen none. */
type CurrentMember = { memberId: string; sessionId: string; locale: string | null };
type Merchant = { ctx: MerchantCtx; program: ProgramDto; user: CurrentUser };
type Member = { ctx: MemberCtx; program: ProgramDto; memberId: string };

const portalSession = cache(async () => {
  const value = (await cookies()).get(sessionCookieName("portal"))?.value;
  return openPortalSession(value, systemClock.now());
});

const memberSession = cache(async () => {
  const value = (await cookies()).get(sessionCookieName("member"))?.value;
  return openMemberSession(value, systemClock.now());
});

/** Who is signed in to the portal, or null. */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const session = await portalSession();
  return session === null ? null : findUser(session.userId);
});

/** The member who is signed in to this program's wallet, with the locale that they have chosen, or null. */
export const currentMember = cache(async (programId: string): Promise<CurrentMember | null> => {
  const session = await memberSession();
  if (session === null || session.programId !== programId) return null;
  const found = await findMemberSession(session);
  if (found === null) return null;
  await touchMemberSession(session, found.seenAt, systemClock.now());
  return { memberId: session.memberId, sessionId: session.sessionId, locale: found.locale };
});

/** Whether somebody has signed in to a wallet in this browser, and not out again, however long ago. */
export async function wasMember(): Promise<boolean> {
  return (await cookies()).has(sessionCookieName("member"));
}

/** One look-up a request, however many components ask. */
const portalAccess = cache((userId: string, slug: string) => findPortalAccess(userId, slug));
const partnerAccess = cache((userId: string, slug: string) => findPartnerAccess(userId, slug));
const programBySlug = cache((slug: string) => recallProgramBySlug(slug));
const programById = cache((programId: string) => recallProgram(programId));

/**
 * The signed-in user's context in a program.
 * @throws Unauthenticated; NotFound, alike for a program that does not exist and for another company's
 */
async function authorizeMerchant(slug: string): Promise<Merchant> {
  const session = await portalSession();
  const access = session === null ? null : await portalAccess(session.userId, slug);
  if (session === null || access === null) {
    throw new Unauthenticated("Your session has ended. Sign in again; what you entered was not saved.");
  }
  const actor = userActor(session.userId, access);
  if (actor === null || access.programId === null) throw new NotFound("program");
  // By the id that access was looked up for: what is remembered of an address decides nothing.
  const program = await programById(access.programId);
  return {
    ctx: { programId: program.programId, actor, clock: systemClock, requestId: newRequestId() },
    program,
    user: { userId: session.userId, name: access.name, email: access.email },
  };
}

function userActor(
  userId: string,
  { organizationId, role, name }: PortalAccess,
): MerchantCtx["actor"] | null {
  if (organizationId === null || role === null) return null;
  return { kind: "user", userId, organizationId, role, name };
}

/**
 * The context of somebody whose company takes part in a program.
 * @throws Unauthenticated; NotFound, alike for a program that does not exist and for one without their company
 */
async function authorizePartner(slug: string): Promise<Partner> {
  const user = await currentUser();
  if (user === null) throw new Unauthenticated("Your session has ended. Sign in again.");
  const access = await partnerAccess(user.userId, slug);
  if (access === null) throw new NotFound("program");
  const { programId, organizationId, parts, name } = access;
  const actor = { kind: "partner", userId: user.userId, organizationId, parts, name } as const;
  const program = await programById(programId);
  return { ctx: { programId, actor, clock: systemClock, requestId: newRequestId() }, program, user };
}

/** @throws Unauthenticated; NotFound for a program that does not exist */
async function authorizeMember(slug: string): Promise<Member> {
  const program = await programBySlug(slug);
  const signedIn = await currentMember(program.programId);
  if (signedIn === null) throw new Unauthenticated("Your session has ended. Sign in again.");
  const { memberId, sessionId } = signedIn;
  const actor = { kind: "member", memberId, sessionId } as const;
  return {
    ctx: { programId: program.programId, actor, clock: systemClock, requestId: newRequestId() },
    program,
    memberId,
  };
}

/** For server actions of the portal: errors instead of redirects. @throws Unauthenticated, NotFound */
export async function merchantContext(slug: string): Promise<MerchantCtx> {
  return (await authorizeMerchant(slug)).ctx;
}

/** For server actions of the partners' portal: errors instead of redirects. @throws Unauthenticated, NotFound */
export async function partnerContext(slug: string): Promise<PartnerCtx> {
  return (await authorizePartner(slug)).ctx;
}

/** For server actions of the wallet: errors instead of redirects. @throws Unauthenticated, NotFound */
export async function memberContext(slug: string): Promise<MemberCtx> {
  return (await authorizeMember(slug)).ctx;
}

/** For pages of the portal: sends to the sign-in and back, or to "not found". */
export async function requireMerchant(slug: string): Promise<Merchant> {
  try {
    return await authorizeMerchant(slug);
  } catch (error) {
    return turnAway(error, "/sign-in", `/p/${encodeURIComponent(slug)}`);
  }
}

/** For pages of the partners' portal: sends to the sign-in and back, or to "not found". */
export async function requirePartner(slug: string): Promise<Partner> {
  try {
    return await authorizePartner(slug);
  } catch (error) {
    return turnAway(error, "/sign-in", `/partner/${encodeURIComponent(slug)}`);
  }
}

/** For pages of the wallet: sends to the club's sign-in and back, or to "not found". */
export async function requireMember(slug: string): Promise<Member> {
  const club = `/club/${encodeURIComponent(slug)}`;
  try {
    return await authorizeMember(slug);
  } catch (error) {
    return turnAway(error, `${club}/sign-in`, club);
  }
}

async function turnAway(error: unknown, signIn: string, home: string): Promise<never> {
  if (error instanceof Unauthenticated) {
    const next = safeNext((await headers()).get(REQUEST_PATH_HEADER), home);
    redirect(
      next === home && signIn.startsWith(home) ? signIn : `${signIn}?next=${encodeURIComponent(next)}`,
    );
  }
  if (error instanceof AppError && error.status === 404) notFound();
  throw error;
}
