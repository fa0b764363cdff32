import { expect, it, vi } from "vitest";

async function freshCopy() {
  vi.resetModules();
  return (await import("./statement-name")).statementName;
}

it("is the same in every copy of the module, whatever each was asked before", async () => {
  const [one, other] = [await freshCopy(), await freshCopy()];
  const [first, second] = [one("SELECT 1"), one("SELECT 2")];
  expect(other("SELECT 2")).toBe(second);
  expect(other("SELECT 1")).toBe(first);
  expect(first).not.toBe(second);
  expect(first.length).toBeLessThan(64);
});
