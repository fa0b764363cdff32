import { NextRequest, NextResponse } from "next/server";
import { systemClock } from "@/lib/core/clock";
import { closeSession } from "./member-session";
import { requireSameOrigin } from "./same-origin";
import { openMemberSession, sessionCookieName, sessionCookieOptions } from "./session-token";

/**
 * Ends the session, removes its cookie and leads on to `path` of this site.
 * @throws CrossOrigin: other sites cannot sign people out
 */
export async function endSession(
  request: Request,
  kind: "portal" | "member",
  path: string,
): Promise<Response> {
  requireSameOrigin(request);
  if (kind === "member") await closeMemberSession(request);
  const response = new NextResponse(null, { status: 303, headers: { location: path } });
  response.cookies.set(sessionCookieName(kind), "", { ...sessionCookieOptions(kind), maxAge: 0 });
  return response;
}

async function closeMemberSession(request: Request): Promise<void> {
  const { cookies } = new NextRequest(request.url, { headers: request.headers });
  const value = cookies.get(sessionCookieName("member"))?.value;
  const session = await openMemberSession(value, systemClock.now());
  if (session !== null) await closeSession(session);
}
