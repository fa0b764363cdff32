import { contrastOf } from "@/lib/core/contrast";

/** What text needs on its ground (WCAG 2.2, 1.4.3). */
export const ENOUGH_CONTRAST = 4.5;

export type ContrastCheck = { where: string; scheme: "light" | "dark"; ratio: number };

/**
 * How well the words can be read that wear the program's colour, in both schemes. Lightness and chroma are the design's
 * (the tokens in globals.css), the hue is the program's.
 */
export function brandContrasts(hue: number): ContrastCheck[] {
  return [
    check("Button", "light", `oklch(0.52 0.145 ${hue})`, "oklch(1 0 0)"),
    check("Links", "light", `oklch(0.47 0.14 ${hue})`, "oklch(0.985 0.004 80)"),
    check("Marked text", "light", `oklch(0.47 0.14 ${hue})`, `oklch(0.95 0.025 ${hue})`),
    check("Card", "light", "oklch(0.9 0.012 80)", `oklch(0.25 0.035 ${hue + 8})`),
    check("Button", "dark", `oklch(0.7 0.14 ${hue})`, "oklch(0.18 0.01 60)"),
    check("Links", "dark", `oklch(0.78 0.11 ${hue})`, "oklch(0.185 0.008 60)"),
    check("Marked text", "dark", `oklch(0.78 0.11 ${hue})`, `oklch(0.29 0.055 ${hue})`),
  ];
}

function check(where: string, scheme: "light" | "dark", text: string, ground: string): ContrastCheck {
  return { where, scheme, ratio: contrastOf(text, ground) };
}
