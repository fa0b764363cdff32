import "server-only";
import { z } from "zod";
import { safeNext } from "@/lib/auth/safe-next";
import { handleNextAuth } from "./handle-next-auth";

const csrfAnswer = z.object({ csrfToken: z.string() });

/**
 * Sends the browser to the identity provider. next-auth starts the flow on a POST that carries its anti-forgery
 * token and cookie, which a page without JavaScript cannot fetch first: this fetches the token and makes that
 * POST in one step. The caller has checked that the request comes from our own page.
 * @param base address of the request, for its origin
 * @param next path to return to after the sign-in
 */
export async function startSingleSignOn(base: string, next: string | null): Promise<Response> {
  const csrf = await handleNextAuth(new Request(new URL("/api/auth/csrf", base)));
  const { csrfToken } = csrfAnswer.parse(await csrf.json());
  const csrfCookies = csrf.headers.getSetCookie();
  const started = await handleNextAuth(
    new Request(new URL("/api/auth/signin/oidc", base), {
      method: "POST",
      headers: { cookie: csrfCookies.map((cookie) => cookie.split(";", 1)[0]).join("; ") },
      body: new URLSearchParams({ csrfToken, callbackUrl: safeNext(next, "/sign-in") }),
    }),
  );
  const headers = new Headers({ location: started.headers.get("location") ?? "/sign-in?error=OAuthSignin" });
  // Of next-auth's two anti-forgery cookies the flow needs neither any more; what it set itself, it needs.
  for (const cookie of started.headers.getSetCookie()) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}
