import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as answerAuth, POST as postAuth } from "@/app/api/auth/[...nextauth]/route";
import { POST as startSignOn } from "@/app/api/auth/single-sign-on/route";
import { openPortalSession, sessionCookieName } from "@/lib/auth/session-token";
import { db } from "@/lib/db";
import { makeProgram } from "@/lib/testing/fixtures";
import {
  CookieJar,
  signInAtProvider,
  startIdentityProvider,
  type TestIdentityProvider,
} from "@/lib/testing/identity-provider";
import { makeUser, userCtx } from "@/lib/testing/people";
import { inviteTeammate } from "./invite-teammate";

const APP = "http://localhost:3000";
const STATE_COOKIE = "next-auth.state";
const NONCE_COOKIE = "next-auth.nonce";
const PKCE_COOKIE = "next-auth.pkce.code_verifier";

const client = {
  clientId: "tessera",
  clientSecret: "a secret of the client",
  redirectUri: `${APP}/api/auth/callback/oidc`,
};
const person = (email: string, verified = true) => ({ name: "Ola Outside", email, email_verified: verified });

let provider: TestIdentityProvider;
/** The user whose e-mail the provider's account `known` has. */
let knownUserId: string;

beforeAll(async () => {
  provider = await startIdentityProvider({
    ...client,
    accounts: {
      known: person("Known@example.com"),
      moved: person("somewhere-else@example.com"),
      unverified: person("victim@example.com", false),
      stranger: person("stranger@example.com"),
      invited: person("invited@example.com"),
      switchedOff: person("switched-off@example.com"),
      denied: person("denied@example.com"),
    },
  });
  process.env.OIDC_ISSUER = provider.issuer;
  process.env.OIDC_CLIENT_ID = client.clientId;
  process.env.OIDC_CLIENT_SECRET = client.clientSecret;
  knownUserId = (await makeUser({ email: "known@example.com" })).userId;
  await makeUser({ email: "denied@example.com" });
});

afterAll(() => provider.stop());

/** Presses the button of the sign-in page. */
async function press(jar: CookieJar, next?: string): Promise<string> {
  const response = await startSignOn(
    new Request(`${APP}/api/auth/single-sign-on`, {
      method: "POST",
      headers: { origin: APP, host: "localhost:3000" },
      body: new URLSearchParams(next === undefined ? {} : { next }),
    }),
  );
  expect(response.status).toBe(303);
  jar.keep(response);
  return response.headers.get("location") ?? "";
}

/** The browser comes back from the provider. @returns where it is sent next, as a path */
async function comeBack(jar: CookieJar, url: URL): Promise<string> {
  const response = await answerAuth(new Request(url, { headers: { cookie: jar.header } }));
  jar.keep(response);
  const location = new URL(response.headers.get("location") ?? "", APP);
  expect(location.origin).toBe(APP);
  return `${location.pathname}${location.search}`;
}

async function signInAs(subject: string, next?: string): Promise<{ path: string; userId: string | null }> {
  const jar = new CookieJar();
  const path = await comeBack(jar, await signInAtProvider(await press(jar, next), subject));
  return { path, userId: await signedIn(jar) };
}

async function signedIn(jar: CookieJar): Promise<string | null> {
  const session = await openPortalSession(jar.get(sessionCookieName("portal")), new Date());
  return session?.userId ?? null;
}

/** Where next-auth sends the browser after a failed sign-in: follows to the sign-in page. */
async function followError(path: string): Promise<string | null> {
  let url = new URL(path, APP);
  for (let step = 0; step < 3 && url.pathname.startsWith("/api/auth/"); step += 1) {
    const response = await answerAuth(new Request(url));
    url = new URL(response.headers.get("location") ?? "", APP);
  }
  expect(url.pathname).toBe("/sign-in");
  return url.searchParams.get("error");
}

describe("single sign-on", () => {
  it("asks the provider with state, nonce and a PKCE challenge", async () => {
    const jar = new CookieJar();
    const authorize = new URL(await press(jar));
    expect(authorize.origin).toBe(provider.issuer);
    const { searchParams } = authorize;
    expect(searchParams.get("code_challenge_method")).toBe("S256");
    expect(searchParams.get("scope")).toBe("openid email profile");
    for (const name of ["state", "nonce", "code_challenge"]) expect(searchParams.get(name)).toBeTruthy();
  });

  it("signs a known person in, links them, and opens the page they wanted", async () => {
    const userId = knownUserId;
    expect(await signInAs("known", "/p/bean/members?q=anna")).toEqual({
      path: "/p/bean/members?q=anna",
      userId,
    });
    const links = await db().userIdentity.findMany({ where: { userId } });
    expect(links).toEqual([{ issuer: provider.issuer, subject: "known", userId }]);
    expect((await signInAs("known")).userId).toBe(userId);
    expect(await db().userIdentity.count({ where: { userId } })).toBe(1);
  });

  it("knows a linked person by issuer and subject, whatever their e-mail says now", async () => {
    const { userId } = await makeUser();
    await db().userIdentity.create({ data: { issuer: provider.issuer, subject: "moved", userId } });
    expect((await signInAs("moved")).userId).toBe(userId);
  });

  it("does not hand an account to whoever claims its e-mail without proof", async () => {
    const { userId } = await makeUser({ email: "victim@example.com" });
    const result = await signInAs("unverified");
    expect(result).toEqual({ path: "/sign-in?error=EmailNotVerified", userId: null });
    expect(await db().userIdentity.count({ where: { userId } })).toBe(0);
  });

  it("refuses a person whom nobody invited, and makes no account", async () => {
    expect(await signInAs("stranger")).toEqual({ path: "/sign-in?error=NotInvited", userId: null });
    expect(await db().user.count({ where: { email: "stranger@example.com" } })).toBe(0);
  });

  it("makes the account of an invited person, in the team that invited them", async () => {
    const program = await makeProgram();
    const owner = await makeUser({ organizationId: program.organizationId });
    await inviteTeammate(userCtx(program, owner, "owner"), { email: "invited@example.com", role: "analyst" });
    const { userId } = await signInAs("invited");
    const { organizationId } = program;
    expect(await db().organizationUser.findMany({ where: { userId: userId ?? "" } })).toMatchObject([
      { organizationId, role: "analyst" },
    ]);
    expect(await db().user.findUnique({ where: { userId: userId ?? "" } })).toMatchObject({
      name: "Ola Outside",
      passwordHash: null,
    });
  });

  it("refuses an account that is switched off", async () => {
    const { userId } = await makeUser({ email: "switched-off@example.com" });
    await db().user.update({ where: { userId }, data: { disabledAt: new Date() } });
    expect(await signInAs("switchedOff")).toEqual({ path: "/sign-in?error=AccountDisabled", userId: null });
  });

  it.each([
    ["another state", (_jar: CookieJar, back: URL) => back.searchParams.set("state", "forged")],
    ["no state", (_jar: CookieJar, back: URL) => back.searchParams.delete("state")],
    ["a browser that did not start it", (jar: CookieJar) => jar.delete(STATE_COOKIE)],
    ["no PKCE verifier", (jar: CookieJar) => jar.delete(PKCE_COOKIE)],
    ["another code", (_jar: CookieJar, back: URL) => back.searchParams.set("code", "forged")],
  ])("refuses a return with %s", async (_what, tamper) => {
    const jar = new CookieJar();
    const back = await signInAtProvider(await press(jar), "denied");
    tamper(jar, back);
    expect(await followError(await comeBack(jar, back))).toBe("OAuthCallback");
    expect(await signedIn(jar)).toBeNull();
  });

  it("refuses a token that was made for another sign-in: the nonce differs", async () => {
    const [jar, other] = [new CookieJar(), new CookieJar()];
    const back = await signInAtProvider(await press(jar), "denied");
    await press(other);
    jar.set(NONCE_COOKIE, other.get(NONCE_COOKIE) ?? "");
    expect(await followError(await comeBack(jar, back))).toBe("OAuthCallback");
    expect(await signedIn(jar)).toBeNull();
  });

  it("takes a code once", async () => {
    const jar = new CookieJar();
    const back = await signInAtProvider(await press(jar), "known");
    const again = new CookieJar();
    for (const name of [STATE_COOKIE, NONCE_COOKIE, PKCE_COOKIE]) again.set(name, jar.get(name) ?? "");
    await comeBack(jar, back);
    expect(await signedIn(jar)).not.toBeNull();
    expect(await followError(await comeBack(again, back))).toBe("OAuthCallback");
    expect(await signedIn(again)).toBeNull();
  });

  it("tells when the person turned back at the provider", async () => {
    const jar = new CookieJar();
    const state = new URL(await press(jar)).searchParams.get("state") ?? "";
    const back = new URL(`${client.redirectUri}?error=access_denied&state=${state}`);
    expect(await followError(await comeBack(jar, back))).toBe("Callback");
  });

  it.each(["https://evil.example/", "//evil.example", "/\\evil.example"])(
    "does not lead on to another site: %s",
    async (next) => {
      const { path } = await signInAs("known", next);
      expect(path).toBe("/sign-in");
    },
  );

  it("is not started by another site", async () => {
    const response = await startSignOn(
      new Request(`${APP}/api/auth/single-sign-on`, {
        method: "POST",
        headers: { origin: "https://evil.example", host: "localhost:3000" },
        body: new URLSearchParams(),
      }),
    );
    expect(response.status).toBe(403);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });
});

describe("password sign-in over HTTP", () => {
  async function postCredentials(
    fields: Record<string, string>,
  ): Promise<{ jar: CookieJar; setCookies: string[] }> {
    const jar = new CookieJar();
    const csrf = await answerAuth(new Request(`${APP}/api/auth/csrf`));
    jar.keep(csrf);
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const response = await postAuth(
      new Request(`${APP}/api/auth/callback/credentials`, {
        method: "POST",
        headers: { cookie: jar.header },
        body: new URLSearchParams({ csrfToken, ...fields }),
      }),
    );
    jar.keep(response);
    return { jar, setCookies: response.headers.getSetCookie() };
  }

  it("sets a session cookie that scripts cannot read", async () => {
    const { userId, email, password } = await makeUser();
    const { jar, setCookies } = await postCredentials({ email, password });
    expect(await signedIn(jar)).toBe(userId);
    const session = setCookies.find((cookie) => cookie.startsWith(sessionCookieName("portal")));
    expect(session).toMatch(/; HttpOnly/i);
    expect(session).toMatch(/; SameSite=Lax/i);
  });

  it("refuses a wrong password, broken input and a missing anti-forgery token", async () => {
    const { email, password } = await makeUser();
    const attempts: Record<string, string>[] = [
      { email, password: "wrong password" },
      { email: "nonsense" },
      { csrfToken: "forged", email, password },
    ];
    for (const fields of attempts) {
      const { jar } = await postCredentials(fields);
      expect(await signedIn(jar)).toBeNull();
    }
  });
});
