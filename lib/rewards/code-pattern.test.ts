import { describe, expect, it } from "vitest";
import { CODE_CHARACTERS } from "@/lib/core/drawn-code";
import { codePattern, makeCode, readMadeCode } from "./code-pattern";

const PATTERN = "BEAN-#####-####-####-*";

describe("a pattern of codes", () => {
  it("is kept in capital letters", () => {
    expect(codePattern.parse(" bean-#####-####-####-* ")).toBe(PATTERN);
  });

  it.each([
    ["that could be guessed", "BEAN-####-####-####-*"],
    ["without a check character", "BEAN-#####-####-####"],
    ["with two of them", "BEAN-#####-####-####-**"],
    ["with other characters", "BEAN_#####-####-####-*"],
    ["that is too long", `${"B".repeat(27)}-#############*`],
    ["with more to draw than the check can tell apart", `${"#".repeat(29)}*`],
  ])("is refused: one %s", (_, pattern) => {
    expect(codePattern.safeParse(pattern).success).toBe(false);
  });
});

describe("a made code", () => {
  it("looks like its pattern, or like the product's own", () => {
    const drawn = `[${CODE_CHARACTERS}]`;
    expect(makeCode(PATTERN)).toMatch(new RegExp(`^BEAN-${drawn}{5}-${drawn}{4}-${drawn}{4}-${drawn}$`));
    expect(makeCode(null)).toMatch(new RegExp(`^${drawn}{16}$`));
  });

  it("is another one each time", () => {
    expect(new Set(Array.from({ length: 5_000 }, () => makeCode(PATTERN))).size).toBe(5_000);
  });

  it("is read however it is typed", () => {
    for (const pattern of [PATTERN, null, "*-#############"]) {
      const code = makeCode(pattern);
      for (const typed of [
        code,
        code.toLowerCase(),
        ` ${code.replaceAll("-", " ")} `,
        code.replaceAll("-", ""),
      ]) {
        expect(readMadeCode(pattern, typed)).toBe(code);
      }
    }
  });

  it("shows every wrong character and every two that were swapped", () => {
    const code = makeCode(PATTERN);
    const places = [...code].flatMap((character, place) => (place > 4 && character !== "-" ? [place] : []));
    for (const place of places) {
      for (const other of CODE_CHARACTERS) {
        if (other === code[place]) continue;
        const typed = code.slice(0, place) + other + code.slice(place + 1);
        expect(readMadeCode(PATTERN, typed), typed).toBeNull();
      }
      for (const second of places) {
        if (code[place] === code[second]) continue;
        const swapped = [...code];
        [swapped[place], swapped[second]] = [code.charAt(second), code.charAt(place)];
        expect(readMadeCode(PATTERN, swapped.join("")), swapped.join("")).toBeNull();
      }
    }
  });

  it("is not one of another pattern, of another length, or with characters that are not drawn", () => {
    expect(readMadeCode("CAKE-#####-####-####-*", makeCode(PATTERN))).toBeNull();
    expect(readMadeCode(PATTERN, makeCode(PATTERN).slice(0, -1))).toBeNull();
    expect(readMadeCode(PATTERN, "BEAN-00000-0000-0000-0")).toBeNull();
  });
});
