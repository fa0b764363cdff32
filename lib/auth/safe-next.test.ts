import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeNext } from "./safe-next";

describe("safeNext", () => {
  it("keeps paths of this site, with query and fragment", () => {
    expect(safeNext("/p/bean/members?q=anna#top", "/home")).toBe("/p/bean/members?q=anna#top");
  });

  it.each([
    null,
    undefined,
    "",
    "members",
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "javascript:alert(1)",
    "/%5C..//\\evil.example/..//evil.example",
  ])("never leads to another site: %j", (next) => {
    const target = safeNext(next, "/home");
    expect(new URL(target, "https://tessera.example").origin).toBe("https://tessera.example");
  });

  it("stays on this site for any text", () => {
    const hostile = fc.stringMatching(/^\/[/\\.\t\n@:a-z%0-9]{0,12}$/);
    fc.assert(
      fc.property(hostile, (next) => {
        const target = safeNext(next, "/home");
        expect(target.startsWith("/")).toBe(true);
        expect(new URL(target, "https://tessera.example").origin).toBe("https://tessera.example");
      }),
    );
  });
});
