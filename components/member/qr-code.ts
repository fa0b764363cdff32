import { create } from "qrcode";

/** Modules of white around the code, which scanners need to find it. */
const QUIET_ZONE = 2;

export type QrShape = {
  /** SVG path of the dark modules, one unit each. */
  path: string;
  /** Side of the code with its quiet zone, in units. */
  side: number;
};

/** The QR code (ISO/IEC 18004, error correction M) of a text as one SVG path. */
export function qrShape(text: string): QrShape {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  let path = "";
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column += 1;
      path += `M${start + QUIET_ZONE} ${row + QUIET_ZONE}h${column - start + 1}v1h-${column - start + 1}z`;
    }
  }
  return { path, side: modules.size + 2 * QUIET_ZONE };
}
