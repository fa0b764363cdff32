import bwip from "bwip-js/node";

export type BarcodeShape = {
  /** SVG path of the bars, one unit high. */
  path: string;
  /** Width with the quiet zones, in modules. */
  width: number;
};

/** Modules of white at both ends, which scanners need (ISO/IEC 15417). */
const QUIET_ZONE = 10;

/** The barcode (Code 128) of a text as one SVG path; null for a text that it has no signs for. */
export function barcodeShape(text: string): BarcodeShape | null {
  if (!/^[\x20-\x7e]{1,48}$/.test(text)) return null;
  const [symbol] = bwip.raw({ bcid: "code128", text });
  if (symbol === undefined || !("sbs" in symbol)) return null;
  let path = "";
  let at = QUIET_ZONE;
  for (const [index, modules] of symbol.sbs.entries()) {
    // Bars and spaces take turns.
    if (index % 2 === 0) path += `M${at} 0h${modules}v1h-${modules}z`;
    at += modules;
  }
  return { path, width: at + QUIET_ZONE };
}
