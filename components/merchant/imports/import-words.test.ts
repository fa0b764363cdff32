import { describe, expect, it } from "vitest";
import { formatBytes } from "./import-words";

describe("formatBytes", () => {
  it.each([
    [0, "0 bytes"],
    [999, "999 bytes"],
    [1_802_914, "1.8 MB"],
    [412_000_000, "412 MB"],
    [3_000_000_000_000_000, "3,000 TB"],
  ])("writes %i as %s", (bytes, text) => {
    expect(formatBytes(bytes, "en")).toBe(text);
  });
});
