import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrastOf } from "@/lib/core/contrast";
import { brandContrasts, ENOUGH_CONTRAST } from "./brand-contrast";

describe("the contrast of a brand", () => {
  it("is reckoned as WCAG does", () => {
    expect(contrastOf("oklch(1 0 0)", "oklch(0 0 0)")).toBeCloseTo(21, 5);
    expect(contrastOf("oklch(0.5 0.1 30)", "oklch(0.5 0.1 30)")).toBe(1);
    // #777777 on white, which is just not enough.
    expect(contrastOf("oklch(0.5693 0 0)", "oklch(1 0 0)")).toBeCloseTo(4.48, 1);
  });

  it("is enough for text, whatever the hue", () => {
    for (let hue = 0; hue < 360; hue += 1) {
      for (const { where, scheme, ratio } of brandContrasts(hue)) {
        expect(ratio, `${where} in ${scheme} at ${hue}`).toBeGreaterThanOrEqual(ENOUGH_CONTRAST);
      }
    }
  });

  it("is that of the colours that the pages use", () => {
    const styles = readFileSync("app/globals.css", "utf8");
    for (const token of [
      "accent-strong: light-dark(oklch(0.52 0.145 var(--brand-hue)), oklch(0.7 0.14 var(--brand-hue)))",
      "accent-soft: light-dark(oklch(0.95 0.025 var(--brand-hue)), oklch(0.29 0.055 var(--brand-hue)))",
      "accent-ink: light-dark(oklch(0.47 0.14 var(--brand-hue)), oklch(0.78 0.11 var(--brand-hue)))",
      "on-accent: light-dark(oklch(1 0 0), oklch(0.18 0.01 60))",
      "paper: light-dark(oklch(0.985 0.004 80), oklch(0.185 0.008 60))",
    ]) {
      expect(styles).toContain(`--color-${token}`);
    }
  });
});
