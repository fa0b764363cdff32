import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDigit, drawCardNumber, hasValidCheckDigit, normaliseCardNumber } from "./card-number";

const body = fc.stringMatching(/^\d{9}$/);

describe("card number", () => {
  it("is the prefix and ten digits with a valid check digit", () => {
    for (let draw = 0; draw < 200; draw++) {
      const cardNumber = drawCardNumber("BC");
      expect(cardNumber).toMatch(/^BC\d{10}$/);
      expect(hasValidCheckDigit(cardNumber)).toBe(true);
    }
  });

  it("agrees with the worked example of ISO 7064 MOD 11,10", () => {
    expect(checkDigit("0794")).toBe(5);
  });

  it("notices every single wrong digit", () => {
    fc.assert(
      fc.property(body, fc.nat(9), fc.integer({ min: 1, max: 9 }), (digits, position, shift) => {
        const card = `${digits}${checkDigit(digits)}`;
        const wrong = (Number(card.charAt(position)) + shift) % 10;
        expect(hasValidCheckDigit(card.slice(0, position) + wrong + card.slice(position + 1))).toBe(false);
      }),
    );
  });

  it("is read as people type it", () => {
    expect(normaliseCardNumber(" bc 4410 7729-03 ")).toBe("BC4410772903");
    expect(hasValidCheckDigit("BC 4410")).toBe(false);
  });
});
