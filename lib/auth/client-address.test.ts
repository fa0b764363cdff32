import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

/** The settings are read once a process: each case takes a fresh copy of the module. */
async function addressWith(trustProxy: string, headers: Record<string, string>): Promise<string> {
  vi.stubEnv("TRUST_PROXY", trustProxy);
  const { clientAddress } = await import("./client-address");
  return clientAddress(new Headers(headers));
}

describe("clientAddress", () => {
  beforeEach(() => {
    vi.resetModules();
    vi.stubEnv("DATABASE_URL", "postgresql://localhost/none");
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it("is the socket's, whatever the client writes into X-Forwarded-For", async () => {
    const headers = { "tessera-peer-address": "203.0.113.7", "x-forwarded-for": "198.51.100.1" };
    expect(await addressWith("false", headers)).toBe("203.0.113.7");
  });

  it("behind a trusted proxy is the entry that the proxy added, not those the client sent along", async () => {
    const headers = {
      "tessera-peer-address": "10.0.0.2",
      "x-forwarded-for": "1.1.1.1, 2.2.2.2, 198.51.100.1",
    };
    expect(await addressWith("true", headers)).toBe("198.51.100.1");
  });

  it("without any is one shared name, so that such requests do not escape the limits", async () => {
    expect(await addressWith("false", { "x-forwarded-for": "198.51.100.1" })).toBe("unknown");
  });
});
