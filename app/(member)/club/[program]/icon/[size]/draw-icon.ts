import { mosaicColours, mosaicTiles } from "@/components/ui/mosaic-tiles";
import { oklchToRgb, type Rgb } from "@/lib/core/oklch";
import { encodePng } from "./encode-png";

const HOUSE_HUE = 33;
const GRID = 5;
/** Ground around the tiles, as a share of the side: launchers cut corners and circles out of it. */
const MARGIN = 0.14;

/**
 * The program's mosaic as an icon for home screens, always the same for the same program.
 * @param side in px
 */
export function drawIcon(programId: string, brandHue: number | null, side: number): Buffer<ArrayBuffer> {
  const hue = brandHue ?? HOUSE_HUE;
  const ground = oklchToRgb(mosaicColours(hue).ground);
  const margin = side * MARGIN;
  const cell = (side - 2 * margin) / GRID;
  const tiles = new Map<number, { colour: Rgb; inset: number }>();
  for (const { row, column, colour, scale } of mosaicTiles(programId, hue, GRID, GRID, "full")) {
    tiles.set(row * GRID + column, { colour: oklchToRgb(colour), inset: ((1 - scale) / 2) * cell });
  }
  return encodePng(side, (x, y) => {
    const column = Math.floor((x - margin) / cell);
    const row = Math.floor((y - margin) / cell);
    const inside = column >= 0 && column < GRID && row >= 0 && row < GRID;
    const tile = inside ? tiles.get(row * GRID + column) : undefined;
    if (tile === undefined) return ground;
    const left = x - margin - column * cell;
    const top = y - margin - row * cell;
    const within = [left, top].every((offset) => offset >= tile.inset && offset < cell - tile.inset);
    return within ? tile.colour : ground;
  });
}
