import { create } from "qrcode";
import { expect, it } from "vitest";
import { qrShape } from "./qr-code";

it("draws exactly the dark modules", () => {
  const text = "mem_01h455vb4pex5vsknk084sn02q";
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { path, side } = qrShape(text);
  const drawn = new Set<string>();
  for (const [, column, row, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let step = 0; step < Number(width); step += 1) drawn.add(`${Number(column) + step} ${row}`);
  }
  const dark = new Set<string>();
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) dark.add(`${column + 2} ${row + 2}`);
    }
  }
  expect(drawn).toEqual(dark);
  expect(side).toBe(modules.size + 4);
});
