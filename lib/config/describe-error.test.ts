import { describe, expect, it } from "vitest";
import { describeError } from "./describe-error";

describe("an error in the log", () => {
  it("keeps what happened and leaves out the values that it happened to", () => {
    const cases = [
      "duplicate key: Key (program_id, email)=(0197, ann@example.com) already exists.",
      'invalid input syntax for type uuid: "ann@example.com"',
      "violates check constraint; Failing row contains (7, ann@example.com, (x)).",
    ];
    for (const message of cases) {
      const described = describeError(Object.assign(new Error(message), { code: "23505" }));
      expect(JSON.stringify(described)).not.toContain("ann@example.com");
      expect(described).toMatchObject({ type: "Error", code: "23505" });
      expect(described.stack).toMatch(/^\s+at /);
    }
    expect(describeError(new TypeError("rows is not iterable")).message).toBe("rows is not iterable");
    expect(describeError("ann@example.com")).toEqual({ type: "string", message: "" });
  });
});
