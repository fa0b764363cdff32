import { classNames } from "./class-names";
import {
  type CardPattern,
  mosaicColours,
  mosaicPaths,
  mosaicTiles,
  TILE_LINE,
  type Tile,
} from "./mosaic-tiles";

const HOUSE_HUE = 33;

function Tiles({ tiles }: { tiles: Tile[] }) {
  return (
    <g strokeWidth={TILE_LINE} strokeLinejoin="round">
      {mosaicPaths(tiles).map(({ colour, path }) => (
        <path key={colour} d={path} fill={colour} stroke={colour} />
      ))}
    </g>
  );
}

/**
 * The small square mosaic that stands for a program, a campaign or a reward: always the same for the same id.
 * Decorative: name the thing beside it.
 */
export function Mosaic({
  id,
  hue,
  size = 28,
  className,
}: {
  id: string;
  /** program.brandHue, in degrees; null for the house colour. */
  hue?: number | null;
  /** Side in px; above 48 px the grid gets finer. */
  size?: number;
  className?: string;
}) {
  const grid = size >= 48 ? 6 : 4;
  const brand = hue ?? HOUSE_HUE;
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox={`-2 -2 ${grid * 10 + 4} ${grid * 10 + 4}`}
      className={classNames("shrink-0 rounded-md", className)}
      style={{ background: mosaicColours(brand).ground }}
    >
      <Tiles tiles={mosaicTiles(id, brand, grid, grid, "full")} />
    </svg>
  );
}

/**
 * The mosaic of a whole card, 1.72 wide to 1 high: with nothing said, dense at the end, thinning towards the start
 * where the text is. Fills its (positioned) parent; the parent needs the ground colour, see `cardGround`.
 */
export function CardMosaic({
  id,
  hue,
  pattern = "drift",
  className,
}: {
  id: string;
  hue?: number | null;
  pattern?: CardPattern;
  className?: string;
}) {
  const brand = hue ?? HOUSE_HUE;
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 270 160"
      preserveAspectRatio="xMaxYMid slice"
      className={classNames("absolute inset-0 size-full", className)}
    >
      <Tiles tiles={mosaicTiles(id, brand, 27, 16, pattern)} />
    </svg>
  );
}

/** The colour behind a CardMosaic. */
export function cardGround(hue?: number | null): string {
  return mosaicColours(hue ?? HOUSE_HUE).ground;
}

/** Gives the page the program's brand hue: every accent token follows. Render it once in a program's layout. */
export function BrandHue({ hue }: { hue: number | null }) {
  if (hue === null) return null;
  return <style>{`:root{--brand-hue:${Math.trunc(hue)}}`}</style>;
}
