import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { oklchToRgb } from "@/lib/core/oklch";
import { drawIcon } from "./draw-icon";

describe("icon", () => {
  it("is a PNG of the size asked for, the same for the same program", () => {
    const icon = drawIcon("program", 33, 180);
    expect(icon.subarray(1, 4).toString()).toBe("PNG");
    expect(icon.readUInt32BE(16)).toBe(180);
    expect(icon.readUInt32BE(20)).toBe(180);
    const data = icon.subarray(icon.indexOf("IDAT") + 4, icon.indexOf("IEND") - 8);
    expect(inflateSync(data)).toHaveLength(180 * (1 + 180 * 3));
    expect(drawIcon("program", 33, 180).equals(icon)).toBe(true);
    expect(drawIcon("another", 33, 180).equals(icon)).toBe(false);
  });
});

describe("oklch", () => {
  it("gives the sRGB colours that browsers give", () => {
    expect(oklchToRgb("oklch(1 0 0)")).toEqual([255, 255, 255]);
    expect(oklchToRgb("oklch(0 0 0)")).toEqual([0, 0, 0]);
    expect(oklchToRgb("oklch(0.628 0.2577 29.23)")).toEqual([255, 0, 0]);
    expect(oklchToRgb("oklch(0.452 0.3132 264.05)")).toEqual([0, 0, 255]);
  });
});
