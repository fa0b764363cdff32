import { expect, it } from "vitest";
import { barcodeShape } from "./barcode-shape";

it("draws bars and spaces in turn, between quiet zones", () => {
  const shape = barcodeShape("A");
  // Start B, A, check character, stop: 11 modules each, and 13 for the stop; ten of white on both sides.
  expect(shape?.width).toBe(11 + 11 + 11 + 13 + 20);
  expect(shape?.path.startsWith("M10 0h2v1h-2z")).toBe(true);
});

it("has no bars for what Code 128 has no signs for", () => {
  expect(barcodeShape("Überraschung")).toBeNull();
  expect(barcodeShape("")).toBeNull();
  expect(barcodeShape("x".repeat(49))).toBeNull();
});
