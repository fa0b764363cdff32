import { NextResponse } from "next/server";
import { requireSameOrigin } from "./same-origin";
import { sessionCookieName, sessionCookieOptions } from "./session-token";

/**
 * Removes the session's cookie and leads on to `path` of this site.
 * @throws CrossOrigin: other sites cannot sign people out
 */
export function endSession(request: Request, kind: "portal" | "member", path: string): Response {
  requireSameOrigin(request);
  const response = new NextResponse(null, { status: 303, headers: { location: path } });
  response.cookies.set(sessionCookieName(kind), "", { ...sessionCookieOptions(kind), maxAge: 0 });
  return response;
}
