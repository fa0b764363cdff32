import fc from "fast-check";
import { describe, it } from "vitest";
import { integerFormat, moneyFormat } from "./numbers";

const LOCALES = ["en", "de", "de-CH", "fr", "es", "pl", "pt-BR", "hi", "ar-EG", "fa", "ja"];
const CURRENCIES = [
  ["EUR", 2],
  ["JPY", 0],
  ["KWD", 3],
  ["CHF", 2],
] as const;

describe("numbers", () => {
  it.each(LOCALES)("writes whole numbers as Intl does in %s", (locale) => {
    const write = integerFormat(locale);
    const intl = new Intl.NumberFormat(locale);
    fc.assert(fc.property(fc.nat({ max: 2_000_000_000 }), (value) => write(value) === intl.format(value)));
  });

  it.each(LOCALES)("writes money as Intl does in %s", (locale) => {
    for (const [currency, digits] of CURRENCIES) {
      const write = moneyFormat(currency, locale);
      const intl = new Intl.NumberFormat(locale, { style: "currency", currency });
      fc.assert(
        // Below 10^12 minor units a division by 1000 still rounds to the digits it should.
        fc.property(
          fc.nat({ max: 1_000_000_000 }),
          (amount) => write(amount) === intl.format(amount / 10 ** digits),
        ),
        { numRuns: 50 },
      );
    }
  });
});
