/** One tile of a mosaic: its place in grid units, its shade, its turn and its size. */
export type Tile = { column: number; row: number; colour: string; turn: number; scale: number };

/**
 * How a card's mosaic is laid: thinning out towards the start, where the text is; in waves over the lower half; as a
 * frame along the edges; or not at all.
 */
export type CardPattern = "drift" | "waves" | "frame" | "plain";

/** A hash of text to 32 bits (FNV-1a): the seed of a mosaic. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** A small deterministic generator (mulberry32) of numbers in [0, 1). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const round = (value: number) => Math.round(value * 100) / 100;

/** The five shades of a mosaic for a brand hue in degrees: ground tones, the brand, and its two companions. */
export function mosaicColours(hue: number) {
  return {
    ground: `oklch(0.25 0.035 ${hue + 8})`,
    stone: `oklch(0.34 0.035 ${hue + 8})`,
    brand: `oklch(0.62 0.17 ${hue})`,
    shade: `oklch(0.5 0.14 ${hue})`,
    companion: `oklch(0.58 0.08 ${(hue + 167) % 360})`,
    light: `oklch(0.78 0.1 ${(hue + 43) % 360})`,
  };
}

/**
 * The tiles of a mosaic, the same for the same id, hue and grid: a full grid, or one laid as a card wants it, with room
 * for the text at its start.
 */
export function mosaicTiles(
  id: string,
  hue: number,
  columns: number,
  rows: number,
  layout: "full" | CardPattern,
): Tile[] {
  const random = generator(seedOf(`${id}:${columns}x${rows}`));
  const colours = mosaicColours(hue);
  // Two soft waves give the picture its figure; everything else is the hand of the mosaicist.
  const phase = random() * Math.PI * 2;
  const tilt = random() * 1.4 - 0.7;
  const tiles: Tile[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const place = layout === "full" ? 1 : column / columns;
      const roll = random();
      const chance =
        layout === "full" ? 1 : chanceOf(layout, place, row / rows, phase) + (random() - 0.5) * 0.5;
      const turn = round((random() - 0.5) * 9);
      const scale = round(0.8 + random() * 0.14);
      if (chance < roll) continue;
      const wave =
        Math.sin(phase + column * 0.72 + row * tilt) + Math.cos(phase * 2 + row * 0.85 - column * 0.3 * tilt);
      const tone = wave + (random() - 0.5) * 1.5;
      // What words lie on stays dark; the last tiles of a drift are few enough to glow.
      const isUnderText =
        (layout === "drift" && place < 0.55 && tone < 0.2) || (layout === "waves" && place < 0.5);
      const colour = isUnderText ? colours.stone : shadeOf(tone, colours);
      tiles.push({ column, row, colour, turn, scale });
    }
  }
  return tiles;
}

/** Side of a tile's place in the drawing. */
export const TILE_UNIT = 10;
/** Width of the line around each tile, of its own colour and with round joins: that rounds its corners. */
export const TILE_LINE = 2.4;

/**
 * The tiles as one SVG path for each colour: a mosaic has hundreds of tiles, and an element for each would be most of
 * the page.
 */
export function mosaicPaths(tiles: readonly Tile[]): { colour: string; path: string }[] {
  const paths = new Map<string, string>();
  for (const tile of tiles) paths.set(tile.colour, (paths.get(tile.colour) ?? "") + tilePath(tile));
  return [...paths].map(([colour, path]) => ({ colour, path }));
}

function tilePath({ column, row, turn, scale }: Tile): string {
  const side = TILE_UNIT * scale - TILE_LINE;
  const angle = (turn * Math.PI) / 180;
  const [along, across] = [side * Math.cos(angle), side * Math.sin(angle)];
  const startX = (column + 0.5) * TILE_UNIT - (along - across) / 2;
  const startY = (row + 0.5) * TILE_UNIT - (along + across) / 2;
  const corners = [along, across, -across, along, -along, -across].map((length) => length.toFixed(1));
  return `M${startX.toFixed(1)} ${startY.toFixed(1)}l${corners.join(" ")}z`;
}

/** How likely a tile lies at a place of the card, 0 to 1 from its start and from its top; below 0 never. */
function chanceOf(pattern: CardPattern, across: number, down: number, phase: number): number {
  switch (pattern) {
    case "drift":
      return (across - 0.42) * 2.6;
    case "waves":
      return (down - 0.66 - 0.16 * Math.sin(phase + across * 7)) * 5;
    case "frame":
      return across > 0.92 || down < 0.06 || down > 0.9 || across < 0.035 ? 1.25 : -1;
    case "plain":
      return -1;
  }
}

function shadeOf(tone: number, colours: ReturnType<typeof mosaicColours>): string {
  if (tone > 1.15) return colours.brand;
  if (tone > 0.55) return colours.shade;
  if (tone > 0.2) return colours.light;
  return tone > -0.35 ? colours.companion : colours.stone;
}
