import { describe, expect, it } from "vitest";
import { waitInWords } from "./form-state";

describe("waitInWords", () => {
  it.each([
    [0, "1 second"],
    [1, "1 second"],
    [40.2, "41 seconds"],
    [60, "1 minute"],
    [61, "2 minutes"],
    [840, "14 minutes"],
  ])("says %d seconds as %s", (seconds, words) => {
    expect(waitInWords(seconds)).toBe(words);
  });
});
