import "server-only";
import type { NextAuthOptions, Profile } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { clientAddress } from "@/lib/auth/client-address";
import { safeNext } from "@/lib/auth/safe-next";
import {
  portalTokenClaims,
  secureCookies,
  sessionCookieName,
  sessionCookieOptions,
  sessionMaxAgeSeconds,
} from "@/lib/auth/session-token";
import { env } from "@/lib/config/env";
import { log } from "@/lib/config/log";
import { systemClock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import type { ProvenIdentity } from "./link-decision";
import { credentials } from "./schema";
import { signInWithIdentity } from "./sign-in-with-identity";
import { signInWithPassword } from "./sign-in-with-password";

/** Claims of an ID token or of the userinfo endpoint (OpenID Connect Core 5.1). */
type OidcClaims = Profile & {
  iss: string;
  sub: string;
  email?: string;
  email_verified?: boolean | string;
  preferred_username?: string;
};

const DISCOVERY = "/.well-known/openid-configuration";

/** The identity provider of the settings, or null when none is set. `name` is what the button says. */
export function singleSignOn(): { name: string; issuer: string } | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_NAME } = env();
  return OIDC_ISSUER && OIDC_CLIENT_ID ? { name: OIDC_NAME, issuer: OIDC_ISSUER } : null;
}

function oidcProvider(name: string, issuer: string): OAuthConfig<OidcClaims> {
  const { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  return {
    id: "oidc",
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}${DISCOVERY}`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    client: { token_endpoint_auth_method: OIDC_CLIENT_SECRET ? "client_secret_basic" : "none" },
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    httpOptions: { timeout: 10_000 },
    userinfo: {
      // Asked always: some providers put e-mail and name into the ID token, others give them out here only. The
      // token set carries the verified ID token, whose issuer and subject these claims must belong to.
      async request({ tokens, client }) {
        const claims = await client.userinfo(tokens as Parameters<typeof client.userinfo>[0]);
        return { ...claims, iss: client.issuer.metadata.issuer };
      },
    },
    profile: (claims) => ({ id: claims.sub, name: claims.name, email: claims.email }),
  };
}

function toIdentity(claims: OidcClaims): ProvenIdentity {
  return {
    issuer: claims.iss,
    subject: claims.sub,
    name: claims.name ?? claims.preferred_username ?? null,
    email: claims.email?.trim().toLowerCase() ?? null,
    // A string in the tokens of some providers.
    emailVerified: claims.email_verified === true || claims.email_verified === "true",
  };
}

/**
 * next-auth's view of the portal's sign-in: the identity provider's code flow, and password sign-in for clients
 * that speak HTTP instead of filling in the form. Sessions are JWTs with nothing in them but the user's id.
 */
export function nextAuthOptions(): NextAuthOptions {
  const provider = singleSignOn();
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: secureCookies(),
    session: { strategy: "jwt", maxAge: sessionMaxAgeSeconds("portal") },
    cookies: {
      sessionToken: { name: sessionCookieName("portal"), options: sessionCookieOptions("portal") },
    },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    providers: [
      ...(provider === null ? [] : [oidcProvider(provider.name, provider.issuer)]),
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (input, request) => authorizePassword(input, new Headers(request.headers)),
      }),
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== "oidc") return true;
        const result = await signInWithIdentity(toIdentity(profile as OidcClaims));
        if (!result.ok) return `/sign-in?error=${result.reason}`;
        // next-auth hands this same object to `jwt` below; until now its id is the provider's subject.
        user.id = result.userId;
        return true;
      },
      jwt: ({ token, user }) => (user ? portalTokenClaims(user.id, systemClock.now()) : token),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) =>
        `${baseUrl}${safeNext(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url, "/sign-in")}`,
    },
    logger: {
      // Codes and messages only: next-auth's metadata can hold tokens and claims.
      error: (code, metadata) => log().warn({ code, reason: reasonOf(metadata) }, "sign-in failed"),
      warn: (code) => log().debug({ code }, "sign-in warning"),
      debug: () => {},
    },
  };
}

async function authorizePassword(input: unknown, headers: Headers): Promise<{ id: string } | null> {
  const parsed = credentials.safeParse(input);
  if (!parsed.success) return null;
  try {
    const attempt = { address: clientAddress(headers), now: systemClock.now() };
    return { id: (await signInWithPassword(parsed.data, attempt)).userId };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // The message of what is thrown here becomes the error code in the address of the sign-in page.
    throw new Error(error.code === "too_many_requests" ? "TooManyAttempts" : "CredentialsSignin");
  }
}

function reasonOf(metadata: unknown): string {
  const error = metadata instanceof Error ? metadata : (metadata as { error?: unknown }).error;
  return error instanceof Error ? error.message : "unknown";
}
