import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { md5 } from "./digest";

const reference = (text: string) => createHash("md5").update(text).digest("hex");

it("is MD5, as SQL knows it", () => {
  expect(md5("")).toBe("d41d8cd98f00b204e9800998ecf8427e");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => md5(text) === reference(text)),
  );
});

it("pads texts of every length around a block", () => {
  for (let length = 50; length < 70; length += 1) {
    expect(md5("x".repeat(length))).toBe(reference("x".repeat(length)));
  }
});
