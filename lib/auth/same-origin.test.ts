import { describe, expect, it } from "vitest";
import { CrossOrigin, requireSameOrigin } from "./same-origin";

function request(method: string, headers: Record<string, string>): Request {
  return new Request("http://127.0.0.1:3000/api/v1/events", {
    method,
    headers: { host: "club.example", ...headers },
  });
}

describe("requireSameOrigin", () => {
  it("lets our own pages write", () => {
    expect(() => requireSameOrigin(request("POST", { origin: "https://club.example" }))).not.toThrow();
  });

  it("lets anybody read", () => {
    expect(() => requireSameOrigin(request("GET", { origin: "https://evil.example" }))).not.toThrow();
  });

  it.each([
    ["another site", { origin: "https://evil.example" }],
    ["a subdomain", { origin: "https://evil.club.example" }],
    ["another port", { origin: "https://club.example:8443" }],
    ["a sandboxed frame", { origin: "null" }],
    ["no origin at all", {}],
  ])("refuses a write from %s", (_who, headers) => {
    expect(() => requireSameOrigin(request("POST", headers))).toThrow(CrossOrigin);
  });
});
