import { type NextRequest, NextResponse } from "next/server";
import { REQUEST_PATH_HEADER } from "@/lib/auth/request-path";

/** Tells pages behind a sign-in their own address, so that whoever is sent to sign in comes back to it. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set(REQUEST_PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  return NextResponse.next({ request: { headers } });
}

/** Pages only: a proxy costs a request more than a route handler does, and server actions keep their size limit. */
export const config = {
  matcher: [
    { source: "/p/:path*", missing: [{ type: "header", key: "next-action" }] },
    { source: "/club/:path*", missing: [{ type: "header", key: "next-action" }] },
  ],
};
