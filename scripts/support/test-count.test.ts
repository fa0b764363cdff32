import { describe, expect, it } from "vitest";
import { countPlaywright, countVitest, readCount, totalLine } from "./test-count";

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, success: true };

describe("the count of a test run", () => {
  it("adds up what the runners report", () => {
    const browser = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 }, errors: [] };
    expect(totalLine([countVitest(vitest), countPlaywright(browser)])).toBe("8 passed, 2 failed, 1 skipped");
    expect(totalLine([{ passed: 2, failed: 0, skipped: 0 }])).toBe("2 passed, 0 failed");
  });

  it("takes a file that does not load, and a missing report, for failures", async () => {
    expect(countVitest({ ...vitest, success: false }).failed).toBe(1);
    expect(await readCount("no/such/report.json", countVitest)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
