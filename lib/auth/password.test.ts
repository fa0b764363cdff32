import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./password";

/** `$argon2id$v=19$m=…,t=…,p=…$` of an encoded hash. */
function parameters(encoded: string): string {
  return encoded.split("$").slice(0, 4).join("$");
}

describe("passwords", () => {
  it("are hashed with argon2id as OWASP advises, each with its own salt", async () => {
    const [one, two] = await Promise.all([
      hashPassword("warm stone mosaic"),
      hashPassword("warm stone mosaic"),
    ]);
    expect(parameters(one)).toBe("$argon2id$v=19$m=19456,t=2,p=1");
    expect(one).not.toBe(two);
  });

  it("match themselves and nothing else", async () => {
    const hash = await hashPassword("warm stone mosaic");
    expect(await verifyPassword(hash, "warm stone mosaic")).toBe(true);
    expect(await verifyPassword(hash, "warm stone Mosaic")).toBe(false);
    expect(await verifyPassword(hash, "")).toBe(false);
  });

  it("match however the keyboard composes an accent", async () => {
    const hash = await hashPassword("caf\u00e9 au lait bitte");
    expect(await verifyPassword(hash, "cafe\u0301 au lait bitte")).toBe(true);
  });

  it("cost an unknown account the same work: the decoy has the parameters of a real hash", async () => {
    const source = readFileSync(new URL("./password.ts", import.meta.url), "utf8");
    const decoy = /"(\$argon2id[^"]+)"/.exec(source)?.[1] ?? "";
    expect(parameters(decoy)).toBe(parameters(await hashPassword("anything at all")));
    expect(await verifyPassword(null, "anything at all")).toBe(false);
  });
});
