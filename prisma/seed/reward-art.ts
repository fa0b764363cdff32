import sharp from "sharp";
import { Random } from "./random";

/** Pictures of the demo's rewards: mosaics of small tiles, drawn from a few shapes each. */

const COLUMNS = 32;
const ROWS = 24;
const SIDE = 16;

type Shape = { colour: string } & (
  | { disc: [x: number, y: number, radius: number] }
  | { ring: [x: number, y: number, radius: number, width: number] }
  | { box: [left: number, top: number, width: number, height: number] }
  | { shape: [x: number, y: number][] }
);
export type Motif = { ground: string; shapes: Shape[] };

const CREAM = "#f4e9d8";
const SAND = "#e2cfae";
const BROWN = "#6b4226";
const DARK = "#3a2417";
const RED = "#b2492f";
const TEAL = "#3f7f7a";
const OCHRE = "#d59b3c";
const GREEN = "#5d7f45";
const INK = "#2c2a28";
const WHITE = "#fffaf1";
const ROSE = "#d98a76";

const steam = (x: number): Shape[] => [
  { box: [x, 3, 1, 2], colour: CREAM },
  { box: [x + 1, 5, 1, 2], colour: CREAM },
];

export const MOTIFS = {
  cup: {
    ground: TEAL,
    shapes: [
      ...steam(12),
      ...steam(17),
      { ring: [22.5, 13.5, 3.2, 1.3], colour: WHITE },
      {
        shape: [
          [8, 9],
          [23, 9],
          [21.5, 18],
          [19, 20],
          [12, 20],
          [9.5, 18],
        ],
        colour: WHITE,
      },
      { box: [9, 9, 13, 2], colour: BROWN },
      { box: [6, 20, 19, 1], colour: SAND },
    ],
  },
  parcel: {
    ground: SAND,
    shapes: [
      { box: [7, 7, 18, 13], colour: OCHRE },
      { box: [7, 7, 18, 3], colour: "#c08a34" },
      { box: [14, 7, 4, 13], colour: CREAM },
      { disc: [16, 15, 3], colour: BROWN },
      { box: [15, 13, 1, 5], colour: DARK },
    ],
  },
  spoons: {
    ground: "#8a9a7b",
    shapes: [
      { disc: [10, 8, 3.6], colour: CREAM },
      { box: [9, 10, 2, 11], colour: CREAM },
      { disc: [22, 8, 3.6], colour: CREAM },
      { box: [21, 10, 2, 11], colour: CREAM },
      { disc: [10, 8, 2], colour: BROWN },
      { disc: [22, 8, 2], colour: BROWN },
    ],
  },
  croissant: {
    ground: ROSE,
    shapes: [
      { disc: [16, 14, 9.5], colour: OCHRE },
      { disc: [16, 19, 8], colour: ROSE },
      { box: [11, 5, 1, 5], colour: BROWN },
      { box: [15, 4, 1, 6], colour: BROWN },
      { box: [19, 5, 1, 5], colour: BROWN },
    ],
  },
  coins: {
    ground: INK,
    shapes: [
      { disc: [12, 14, 6.5], colour: OCHRE },
      { ring: [12, 14, 5, 1], colour: "#f0c36b" },
      { disc: [21, 10, 5.5], colour: RED },
      { ring: [21, 10, 4, 1], colour: ROSE },
    ],
  },
  bag: {
    ground: OCHRE,
    shapes: [
      {
        shape: [
          [10, 5],
          [22, 5],
          [23, 21],
          [9, 21],
        ],
        colour: BROWN,
      },
      { box: [10, 4, 12, 2], colour: DARK },
      { disc: [16, 14, 3.6], colour: CREAM },
      {
        shape: [
          [15.4, 10.5],
          [16.6, 10.5],
          [16.2, 17.5],
          [15.6, 17.5],
        ],
        colour: BROWN,
      },
    ],
  },
  mug: {
    ground: SAND,
    shapes: [
      { ring: [21.5, 13, 3.6, 1.5], colour: RED },
      { box: [9, 7, 12, 13], colour: RED },
      { box: [9, 10, 12, 2], colour: CREAM },
      { box: [9, 14, 12, 1], colour: OCHRE },
    ],
  },
  receipt: {
    ground: GREEN,
    shapes: [
      { box: [10, 3, 12, 18], colour: WHITE },
      { box: [12, 6, 8, 1], colour: INK },
      { box: [12, 9, 5, 1], colour: SAND },
      { box: [12, 11, 6, 1], colour: SAND },
      { disc: [18, 16, 3.2], colour: RED },
    ],
  },
  tree: {
    ground: "#cfdcc0",
    shapes: [
      { box: [15, 14, 2, 7], colour: BROWN },
      { disc: [16, 8, 5], colour: GREEN },
      { disc: [12, 11, 4], colour: "#6f9454" },
      { disc: [20, 11, 4], colour: "#4c6b38" },
      { box: [5, 21, 22, 1], colour: BROWN },
    ],
  },
  latte: {
    ground: BROWN,
    shapes: [
      { disc: [16, 12, 9], colour: WHITE },
      { disc: [16, 12, 7.5], colour: "#a8703f" },
      { disc: [14, 11, 2.6], colour: CREAM },
      { disc: [18, 11, 2.6], colour: CREAM },
      {
        shape: [
          [11.6, 12],
          [20.4, 12],
          [16, 17.5],
        ],
        colour: CREAM,
      },
    ],
  },
  book: {
    ground: CREAM,
    shapes: [
      { box: [8, 5, 16, 15], colour: TEAL },
      { box: [8, 5, 2, 15], colour: "#2e5f5b" },
      { box: [12, 8, 9, 2], colour: CREAM },
      { disc: [16.5, 15, 2.4], colour: OCHRE },
    ],
  },
  grinder: {
    ground: "#5d5650",
    shapes: [
      { box: [15, 3, 9, 1], colour: CREAM },
      { disc: [24, 4, 1.4], colour: RED },
      { box: [15, 3, 2, 4], colour: CREAM },
      { box: [12, 7, 8, 6], colour: SAND },
      { box: [11, 13, 10, 8], colour: BROWN },
      { box: [13, 16, 6, 2], colour: DARK },
    ],
  },
  cake: {
    ground: TEAL,
    shapes: [
      {
        shape: [
          [7, 18],
          [25, 18],
          [25, 10],
          [7, 15],
        ],
        colour: CREAM,
      },
      {
        shape: [
          [7, 15],
          [25, 10],
          [25, 8],
          [7, 13],
        ],
        colour: ROSE,
      },
      { box: [7, 16, 18, 1], colour: RED },
      { disc: [22, 7, 1.7], colour: RED },
      { box: [5, 19, 22, 1], colour: WHITE },
    ],
  },
  box: {
    ground: RED,
    shapes: [
      { box: [8, 10, 16, 11], colour: SAND },
      { box: [7, 8, 18, 3], colour: CREAM },
      { box: [15, 8, 2, 13], colour: TEAL },
      { ring: [13, 6, 2.4, 1.1], colour: TEAL },
      { ring: [19, 6, 2.4, 1.1], colour: TEAL },
    ],
  },
  glasses: {
    ground: DARK,
    shapes: [
      {
        shape: [
          [7, 6],
          [14, 6],
          [13, 19],
          [8, 19],
        ],
        colour: OCHRE,
      },
      {
        shape: [
          [18, 6],
          [25, 6],
          [24, 19],
          [19, 19],
        ],
        colour: RED,
      },
      { box: [7, 6, 7, 2], colour: CREAM },
      { box: [18, 6, 7, 2], colour: CREAM },
    ],
  },
} satisfies Record<string, Motif>;

export type MotifName = keyof typeof MOTIFS;

/** A motif as a PNG of 512 by 384 pixels; the same each time. */
export function drawMotif(name: MotifName): Promise<Buffer> {
  const { ground, shapes }: Motif = MOTIFS[name];
  const random = new Random(name.length * 7_919 + name.charCodeAt(0));
  const tiles: string[] = [];
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS; column += 1) {
      const [x, y] = [column + 0.5, row + 0.5];
      const colour = shapes.findLast((shape) => contains(shape, x, y))?.colour ?? ground;
      tiles.push(tileAt(column, row, colour, random));
    }
  }
  const [width, height] = [COLUMNS * SIDE, ROWS * SIDE];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#efe6d6"/>${tiles.join("")}</svg>`;
  return sharp(Buffer.from(svg)).png({ compressionLevel: 6 }).toBuffer();
}

/** Cut by hand: no tile is quite like another in size, place, turn and shade. */
function tileAt(column: number, row: number, colour: string, random: Random): string {
  const side = SIDE * (0.84 + 0.1 * random.next());
  const offset = (SIDE - side) / 2;
  const x = column * SIDE + offset + (random.next() - 0.5) * 1.4;
  const y = row * SIDE + offset + (random.next() - 0.5) * 1.4;
  const turn = (random.next() - 0.5) * 7;
  const shade = random.next();
  const fill = `rgb(${channels(colour).map((channel) => Math.round(channel * (0.9 + 0.16 * shade)))})`;
  const centre = `${(x + side / 2).toFixed(1)} ${(y + side / 2).toFixed(1)}`;
  return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${side.toFixed(1)}" height="${side.toFixed(1)}" rx="2" fill="${fill}" transform="rotate(${turn.toFixed(1)} ${centre})"/>`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function contains(shape: Shape, x: number, y: number): boolean {
  if ("disc" in shape) return Math.hypot(x - shape.disc[0], y - shape.disc[1]) <= shape.disc[2];
  if ("ring" in shape) {
    const [centreX, centreY, radius, width] = shape.ring;
    return Math.abs(Math.hypot(x - centreX, y - centreY) - radius) <= width / 2;
  }
  if ("box" in shape) {
    const [left, top, width, height] = shape.box;
    return x >= left && x <= left + width && y >= top && y <= top + height;
  }
  return isInside(shape.shape, x, y);
}

/** Whether a ray from the point crosses the outline an odd number of times. */
function isInside(corners: readonly [number, number][], x: number, y: number): boolean {
  let inside = false;
  for (const [index, [fromX, fromY]] of corners.entries()) {
    const [toX, toY] = corners[(index + 1) % corners.length] ?? [fromX, fromY];
    if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) inside = !inside;
  }
  return inside;
}
