import { describe, expect, it } from "vitest";
import { drawVoucherCode, printVoucherCode, readVoucherCode } from "./voucher-code";

describe("voucher codes", () => {
  it("are read back however they are typed", () => {
    for (let draw = 0; draw < 200; draw += 1) {
      const code = drawVoucherCode();
      expect(code).toMatch(/^[2-9A-HJKMNP-Z]{16}$/);
      expect(printVoucherCode(code)).toMatch(/^.{4}-.{4}-.{4}-.{4}$/);
      expect(readVoucherCode(` ${printVoucherCode(code).toLowerCase().replaceAll("-", " ")} `)).toBe(code);
    }
  });

  it("are told from codes with one wrong character or two swapped ones", () => {
    const code = drawVoucherCode();
    for (let place = 0; place < code.length; place += 1) {
      const other = code[place] === "2" ? "3" : "2";
      expect(readVoucherCode(code.slice(0, place) + other + code.slice(place + 1))).toBeNull();
      const [here, next] = [code[place], code[place + 1]];
      if (next === undefined || here === next || place === 14) continue;
      expect(readVoucherCode(code.slice(0, place) + next + here + code.slice(place + 2))).toBeNull();
    }
    expect(readVoucherCode("")).toBeNull();
    expect(readVoucherCode("OIL0")).toBeNull();
  });
});
