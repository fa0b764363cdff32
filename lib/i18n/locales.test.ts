import { describe, expect, it } from "vitest";
import { askedLocale, chooseLocale } from "./choose-locale";
import { directionOf, LANGUAGES, languageOf, spokenLanguage, WALLET_LOCALES } from "./locales";

const nothing = { member: null, cookie: null, acceptLanguage: null, program: "en" };

describe("languages", () => {
  it("knows the language and the direction of a tag", () => {
    expect(["de", "de-AT", "DE-ch", "nl-NL", "", "deu"].map(languageOf)).toEqual([
      "de",
      "de",
      "de",
      null,
      null,
      null,
    ]);
    expect(spokenLanguage("nl-NL")).toBe("en");
    expect(LANGUAGES.filter((language) => directionOf(language) === "rtl")).toEqual(["ar"]);
    expect(directionOf("ar-EG")).toBe("rtl");
  });

  it("offers formats that Intl has, for each language", () => {
    expect(Intl.NumberFormat.supportedLocalesOf([...WALLET_LOCALES])).toEqual(WALLET_LOCALES);
    expect(new Set(WALLET_LOCALES.map(languageOf))).toEqual(new Set(LANGUAGES));
  });
});

describe("the choice", () => {
  it("puts the member before the cookie, the cookie before the browser, the browser before the program", () => {
    const wishes = { member: "ar-EG", cookie: "fr", acceptLanguage: "es", program: "de-DE" };
    expect(chooseLocale(wishes)).toBe("ar-EG");
    expect(chooseLocale({ ...wishes, member: null })).toBe("fr");
    expect(chooseLocale({ ...wishes, member: null, cookie: null })).toBe("es");
    expect(chooseLocale({ ...nothing, program: "de-DE" })).toBe("de-DE");
  });

  it("passes over what is not spoken, not a tag, or not wanted", () => {
    expect(chooseLocale({ ...nothing, member: "it-IT", cookie: "de_x!", program: "es-ES" })).toBe("es-ES");
    expect(chooseLocale({ ...nothing, acceptLanguage: "pl, hi;q=0, fr-CH;q=0.7, de;q=0.8" })).toBe("de");
    expect(chooseLocale({ ...nothing, acceptLanguage: ";;,=,*" })).toBe("en");
    expect(chooseLocale({ ...nothing, program: "nl-NL" })).toBe("en");
  });

  it("leaves numbers and dates to the program where the browser asks for the program's language", () => {
    expect(chooseLocale({ ...nothing, acceptLanguage: "de-AT,en", program: "de-CH" })).toBe("de-CH");
    expect(chooseLocale({ ...nothing, acceptLanguage: "de-AT,en", program: "en-IE" })).toBe("de-AT");
  });
});

it("takes from a header the first language that is spoken, in a way of writing that members can choose", () => {
  expect(askedLocale("it, de-AT;q=0.9, fr;q=0.5")).toBe("de-AT");
  expect(askedLocale("fr;q=0.2, es-MX")).toBe("es-MX");
  expect(askedLocale("de-u-nu-thai")).toBe("de");
  expect(askedLocale("hi-US")).toBe("hi");
  expect(askedLocale("*")).toBeUndefined();
  expect(askedLocale(null)).toBeUndefined();
});
