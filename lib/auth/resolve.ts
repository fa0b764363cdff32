import "server-only";
import { timingSafeEqual } from "node:crypto";
import { NextRequest } from "next/server";
import { type Clock, systemClock } from "@/lib/core/clock";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import type { Actor } from "./actor";
import { parseApiKey } from "./api-key-format";
import { API_SCOPES, type Permission } from "./permissions";
import { requireSameOrigin } from "./same-origin";
import { openMemberSession, openPortalSession, sessionCookieName } from "./session-token";
import {
  findApiKey,
  findMemberSession,
  findPartnerAccess,
  findPortalAccess,
  touchApiKey,
  touchMemberSession,
} from "./sql";

export type ResolvedActor = { actor: Actor; programId: string };

/** The portal's pages say in this header which program a request is about: its slug. */
export const PROGRAM_HEADER = "tessera-program";

const MINUTE = 60_000;

/**
 * Who makes an API request, in which program. Asked in this order: an API key (`Authorization: Bearer tsk_…`),
 * a portal user's session together with the header `Tessera-Program`, a member's session. Roles, scopes and
 * states are read from the database each time, so that revoking one acts on the next request.
 * @throws Unauthenticated; NotFound for a program that is not the user's; CrossOrigin
 */
export async function resolveActor(request: Request, clock: Clock = systemClock): Promise<ResolvedActor> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) return resolveApiKey(authorization, clock);
  const { cookies } = new NextRequest(request.url, { headers: request.headers });
  const slug = request.headers.get(PROGRAM_HEADER);
  if (slug !== null) {
    requireSameOrigin(request);
    return resolveUser(cookies.get(sessionCookieName("portal"))?.value, slug, clock);
  }
  const memberCookie = cookies.get(sessionCookieName("member"))?.value;
  if (memberCookie === undefined) throw new Unauthenticated();
  requireSameOrigin(request);
  return resolveMember(memberCookie, clock);
}

async function resolveApiKey(authorization: string, clock: Clock): Promise<ResolvedActor> {
  const [scheme, text = ""] = authorization.split(" ", 2);
  const key = scheme?.toLowerCase() === "bearer" ? parseApiKey(text) : null;
  const stored = key === null ? null : await findApiKey(key.apiKeyId);
  if (key === null || stored === null || !timingSafeEqual(key.secretHash, stored.secretHash)) {
    throw new Unauthenticated("The API key is not valid: it may have been revoked or copied incompletely.");
  }
  const now = clock.now();
  if (stored.lastUsedAt === null || now.getTime() - stored.lastUsedAt.getTime() > MINUTE) {
    await touchApiKey(stored.programId, key.apiKeyId, now);
  }
  const scopes = stored.scopes.filter(isApiScope);
  return {
    actor: { kind: "apiKey", apiKeyId: key.apiKeyId, scopes, name: stored.name },
    programId: stored.programId,
  };
}

/** A scope that the product no longer knows grants nothing. */
function isApiScope(scope: string): scope is (typeof API_SCOPES)[number] & Permission {
  return (API_SCOPES as readonly string[]).includes(scope);
}

async function resolveUser(cookie: string | undefined, slug: string, clock: Clock): Promise<ResolvedActor> {
  const session = await openPortalSession(cookie, clock.now());
  const access = session === null ? null : await findPortalAccess(session.userId, slug);
  if (session === null || access === null) {
    throw new Unauthenticated("Your session has ended. Sign in again.");
  }
  const { programId, organizationId, role, name } = access;
  if (programId === null || organizationId === null || role === null)
    return resolvePartner(session.userId, slug);
  return { actor: { kind: "user", userId: session.userId, organizationId, role, name }, programId };
}

/** Somebody of a company that takes part in the program, which is not their own. */
async function resolvePartner(userId: string, slug: string): Promise<ResolvedActor> {
  const access = await findPartnerAccess(userId, slug);
  if (access === null) throw new NotFound("program");
  const { programId, organizationId, parts, name } = access;
  return { actor: { kind: "partner", userId, organizationId, parts, name }, programId };
}

async function resolveMember(cookie: string, clock: Clock): Promise<ResolvedActor> {
  const session = await openMemberSession(cookie, clock.now());
  const found = session === null ? null : await findMemberSession(session);
  if (session === null || found === null) {
    throw new Unauthenticated("Your session has ended. Sign in again.");
  }
  await touchMemberSession(session, found.seenAt, clock.now());
  const { programId, memberId, sessionId } = session;
  return { actor: { kind: "member", memberId, sessionId }, programId };
}
