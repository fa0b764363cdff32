import { describe, expect, it } from "vitest";
import { pointWords } from "@/components/member/point-words";
import { formatDay, formatNumber, formatSigned } from "@/components/ui/format";
import { LANGUAGES } from "./locales";
import { amounts } from "./messages/amounts";
import { pointNameIn } from "./points";
import { translate } from "./translate";

/** As a reader sees it: without the marks that keep a sign beside its number, and with plain spaces. */
const visible = (text: string) => text.replace(/[\u200e\u200f\u061c]/g, "").replace(/\s/g, " ");

describe("numbers and days", () => {
  it.each([
    ["en-GB", "1,234 points", "31 Dec 2026", "−1,234"],
    ["de-DE", "1.234 Punkte", "31. Dez. 2026", "−1.234"],
    ["fr-FR", "1 234 points", "31 déc. 2026", "−1 234"],
    ["es-ES", "1234 puntos", "31 dic 2026", "−1234"],
    ["ar-AE", "1,234 نقطة", "31 ديسمبر 2026", "−1,234"],
    ["ar-EG", "١٬٢٣٤ نقطة", "٣١ ديسمبر ٢٠٢٦", "−١٬٢٣٤"],
    ["hi-IN", "1,234 पॉइंट", "31 दिस॰ 2026", "−1,234"],
  ])("are written as %s has them", (locale, amount, day, taken) => {
    expect(visible(pointWords(translate(locale, "common"), locale, "points").amount(1234))).toBe(amount);
    expect(visible(formatDay("2026-12-31", "date", locale))).toBe(day);
    expect(visible(formatSigned(-1234, locale))).toBe(taken);
  });

  it("group by lakh in Hindi", () => {
    expect(formatNumber(1_234_567, "hi-IN")).toBe("12,34,567");
  });

  it("keep a sign before its number where text runs from right to left", () => {
    expect(formatSigned(36, "ar-EG")).toMatch(/^\u061c\+|^\u200e\+/);
  });
});

describe("plurals", () => {
  it.each([
    [0, "0 نقطة"],
    [1, "نقطة واحدة"],
    [2, "نقطتان"],
    [3, "3 نقاط"],
    [11, "11 نقطة"],
    [100, "100 نقطة"],
    [103, "103 نقاط"],
  ])("count %i in each of the six ways of Arabic", (count, words) => {
    expect(visible(translate("ar", "common")("points", { count }))).toBe(words);
  });

  it.each([
    ["en", "1 point", "2 points", "0 points"],
    ["de", "1 Punkt", "2 Punkte", "0 Punkte"],
    ["fr", "1 point", "2 points", "0 point"],
    ["es", "1 punto", "2 puntos", "0 puntos"],
    ["hi", "1 पॉइंट", "2 पॉइंट", "0 पॉइंट"],
  ])("tell one from many in %s", (locale, one, two, none) => {
    const t = translate(locale, "common");
    expect([1, 2, 0].map((count) => t("points", { count }))).toEqual([one, two, none]);
  });

  it("are those of English where a language is not spoken", () => {
    expect(translate("pl-PL", "common")("points", { count: 2 })).toBe("2 points");
  });
});

describe("what points are called", () => {
  it("is the program's own word, untranslated, or else the word of the language", () => {
    const words = (name: string) => pointWords(translate("de", "common"), "de", name);
    expect(words("beans").amount(1234)).toBe("1.234 beans");
    expect(words("beans").name).toBe("beans");
    expect(words("points").name).toBe("Punkte");
  });

  it.each(LANGUAGES)("is the same on a page and in what is worded elsewhere: %s", (language) => {
    const words = (name: string) => pointWords(translate(language, "common"), language, name).name;
    for (const { pointName, multipliedName } of Object.values(amounts)) {
      expect(words(pointName)).toBe(pointNameIn(language, pointName));
      expect(words(multipliedName)).toBe(pointNameIn(language, multipliedName));
    }
  });
});
