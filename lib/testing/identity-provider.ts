import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

type Settings = {
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  /** Claims by subject. */
  accounts: Record<string, { name: string; email: string; email_verified: boolean }>;
};

export type TestIdentityProvider = { issuer: string; stop(): Promise<void> };

/** Starts an OpenID Connect provider on loopback, in a process of its own. */
export async function startIdentityProvider(settings: Settings): Promise<TestIdentityProvider> {
  const program = fileURLToPath(new URL("./identity-provider-process.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", program, JSON.stringify(settings)], {
    // The provider warns about its development features; they are what a test wants.
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [line] = (await Promise.race([
    once(child.stdout, "data"),
    once(child, "exit").then(([code]) => {
      throw new Error(`the identity provider ended with code ${code}`);
    }),
  ])) as [Buffer];
  return {
    issuer: line.toString().trim(),
    stop: async () => {
      const exited = once(child, "exit");
      child.kill();
      await exited;
    },
  };
}

/** The cookies of one browser, whatever the host. */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  keep(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";", 1);
      const at = pair.indexOf("=");
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === "" || /max-age=0/i.test(cookie)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }

  get(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  delete(name: string): void {
    this.#cookies.delete(name);
  }

  set(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  get header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}

const MAX_REDIRECTS = 10;

/**
 * Signs somebody in at the provider as a browser would.
 * @param authorizeUrl where the application sent the browser
 * @returns the address at the application that the provider sends the browser back to
 */
export async function signInAtProvider(authorizeUrl: string, subject: string): Promise<URL> {
  const { origin } = new URL(authorizeUrl);
  const jar = new CookieJar();
  const visit = async (url: URL, form?: URLSearchParams): Promise<Response> => {
    const response = await fetch(url, {
      method: form ? "POST" : "GET",
      body: form,
      headers: { cookie: jar.header },
      redirect: "manual",
    });
    jar.keep(response);
    return response;
  };
  let url = new URL(authorizeUrl);
  let response = await visit(url);
  for (let step = 0; step < MAX_REDIRECTS; step += 1) {
    const location = response.headers.get("location");
    if (location === null) {
      response = await visit(url, new URLSearchParams({ prompt: "login", login: subject, password: "any" }));
      continue;
    }
    url = new URL(location, url);
    if (url.origin !== origin) return url;
    response = await visit(url);
  }
  throw new Error(`the provider did not send the browser back; it stopped at ${url}`);
}
