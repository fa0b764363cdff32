import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FURTHEST_METRES, isPosition, metresFrom } from "./great-circle";

const BERLIN = { latitude: 52.5163, longitude: 13.3777 };
const PARIS = { latitude: 48.8584, longitude: 2.2945 };
const position = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe("distances on Earth", () => {
  it.each([
    // A degree of a great circle is 6,371,008.8 m × π / 180 = 111,195.08 m.
    ["a degree to the north", { latitude: 0, longitude: 0 }, { latitude: 1, longitude: 0 }, 111_195],
    ["a degree to the east", { latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 }, 111_195],
    // At 60° north a parallel is half as long, and the great circle a little shorter still.
    ["a degree to the east at 60°", { latitude: 60, longitude: 0 }, { latitude: 60, longitude: 1 }, 55_597],
    ["over the date line", { latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 }, 111_195],
    ["over the pole", { latitude: 89.5, longitude: 0 }, { latitude: 89.5, longitude: 180 }, 111_195],
    ["the other side", { latitude: 90, longitude: 0 }, { latitude: -90, longitude: 0 }, 20_015_114],
    ["a ten-thousandth of a degree", BERLIN, { ...BERLIN, latitude: 52.5164 }, 11],
    ["from gate to tower", BERLIN, PARIS, 879_088],
  ])("are right to the metre: %s", (_, from, to, metres) => {
    expect(metresFrom(from)(to)).toBe(metres);
  });

  it("are the same there and back, and never more than half the way around", () => {
    fc.assert(
      fc.property(position, position, (one, other) => {
        const metres = metresFrom(one)(other);
        expect(Math.abs(metres - metresFrom(other)(one))).toBeLessThanOrEqual(1);
        expect(metres).toBeGreaterThanOrEqual(0);
        expect(metres).toBeLessThanOrEqual(FURTHEST_METRES + 1);
        expect(metresFrom(one)(one)).toBe(0);
      }),
    );
  });

  it("know what is no place", () => {
    expect(isPosition({ latitude: -90, longitude: 180 })).toBe(true);
    expect(isPosition({ latitude: 90.1, longitude: 0 })).toBe(false);
    expect(isPosition({ latitude: 0, longitude: -180.1 })).toBe(false);
    expect(isPosition({ latitude: Number.NaN, longitude: 0 })).toBe(false);
  });
});
