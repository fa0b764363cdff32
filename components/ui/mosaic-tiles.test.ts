import { describe, expect, test } from "vitest";
import { mosaicPaths, mosaicTiles, TILE_LINE, TILE_UNIT } from "./mosaic-tiles";

const TILES = mosaicTiles("mem_1", 33, 27, 16, "drift");

describe("mosaicPaths", () => {
  test("draws every tile once, each colour as one path", () => {
    const paths = mosaicPaths(TILES);
    const colours = paths.map(({ colour }) => colour);
    expect(colours).toEqual([...new Set(TILES.map(({ colour }) => colour))]);
    const drawn = paths.map(({ path }) => path.split("M").length - 1);
    expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(TILES.length);
    for (const { colour, path } of paths) {
      expect(path.split("M").length - 1).toBe(TILES.filter((tile) => tile.colour === colour).length);
    }
  });

  test("centres a tile in its place, smaller by its line", () => {
    const [one] = mosaicPaths([{ column: 2, row: 3, colour: "red", turn: 0, scale: 0.9 }]);
    const side = TILE_UNIT * 0.9 - TILE_LINE;
    expect(one?.path).toBe(
      `M${25 - side / 2} ${35 - side / 2}l${side} 0.0 0.0 ${side} -${side} 0.0z`.replace("-0.0", "0.0"),
    );
  });

  test("turns a tile about its centre", () => {
    const [one] = mosaicPaths([{ column: 0, row: 0, colour: "red", turn: 4.5, scale: 0.9 }]);
    const [startX = 0, startY = 0, alongX = 0, alongY = 0, acrossX = 0, acrossY = 0] = (
      one?.path.match(/-?[\d.]+/g) ?? []
    ).map(Number);
    expect(startX + (alongX + acrossX) / 2).toBeCloseTo(5, 0);
    expect(startY + (alongY + acrossY) / 2).toBeCloseTo(5, 0);
    expect(Math.atan2(alongY, alongX)).toBeCloseTo((4.5 * Math.PI) / 180, 1);
  });
});
