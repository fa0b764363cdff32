import { expect, it } from "vitest";
import { homeCountry } from "./countries";

it("takes the country that the program's language names", () => {
  expect(homeCountry({ locale: "fr-CH", timeZone: "Europe/Paris" })).toBe("CH");
});

it("takes the country of its clocks where the language is spoken in many", () => {
  expect(homeCountry({ locale: "en", timeZone: "Europe/Berlin" })).toBe("DE");
  expect(homeCountry({ locale: "en", timeZone: "America/Chicago" })).toBe("US");
});
