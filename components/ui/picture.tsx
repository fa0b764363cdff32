import { classNames } from "./class-names";

/** What is known of a stored picture; see the API's images. */
export type PictureSource = {
  /** Its address but for the width. */
  path: string;
  width: number;
  height: number;
  /** Widths that it is there in, ascending. */
  widths: readonly number[];
  /** Mean colour as #rrggbb. */
  blurColour: string;
  /** Its colours in eight columns and six rows, as rrggbb each; null where they are not known. */
  mosaic: string | null;
};

/** Taken by browsers that know no srcset, link previews and mails. */
const PLAIN_WIDTH = 640;

/** The address of a picture in the narrowest width that is at least this wide, or its widest. */
export function pictureAddress({ path, widths }: PictureSource, atLeast = PLAIN_WIDTH): string {
  return `${path}/${widths.find((width) => width >= atLeast) ?? widths.at(-1)}`;
}

/**
 * A stored picture, at the width that the place and the screen need. Until it is there its mean colour stands in its
 * place, or a mosaic of its colours where it is among what is seen first; and it takes its room from the start.
 */
export function Picture({
  image,
  alt,
  sizes,
  priority = false,
  className,
}: {
  image: PictureSource;
  /** What it shows; empty where the words beside it say so already. */
  alt: string;
  /** How wide it is drawn, as `sizes` of <img> says it, such as "(min-width: 48rem) 20rem, 100vw". */
  sizes: string;
  /** Seen at once when the page opens: it is not put off. */
  priority?: boolean;
  className?: string;
}) {
  const { path, width, height, widths, blurColour, mosaic } = image;
  return (
    // biome-ignore lint/performance/noImgElement: the widths are made once, when it is uploaded
    <img
      src={pictureAddress(image)}
      srcSet={widths.map((each) => `${path}/${each} ${each}w`).join(", ")}
      sizes={sizes}
      alt={alt}
      width={width}
      height={height}
      loading={priority ? "eager" : "lazy"}
      fetchPriority={priority ? "high" : undefined}
      // What is seen at once is painted with the words beside it, not a moment after them.
      decoding={priority ? "sync" : "async"}
      className={classNames("h-auto max-w-full", className)}
      style={{ backgroundColor: blurColour, ...(priority && mosaic !== null && mosaicStyle(mosaic)) }}
    />
  );
}

const COLUMNS = 8;
const ROWS = 6;

/** Tiles with joints between them, drawn as large as the picture is. */
function mosaicStyle(mosaic: string) {
  const tiles = (mosaic.match(/.{6}/g) ?? []).map(
    (colour, place) =>
      `<path fill='%23${colour}' d='M${place % COLUMNS} ${Math.floor(place / COLUMNS)}h.95v.95h-.95z'/>`,
  );
  const view = `viewBox='0 0 ${COLUMNS} ${ROWS}' width='640' height='480' preserveAspectRatio='none'`;
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' ${view}>${tiles.join("")}</svg>`;
  return {
    backgroundImage: `url("data:image/svg+xml,${svg.replaceAll("<", "%3C").replaceAll(">", "%3E")}")`,
    backgroundSize: "100% 100%",
  };
}
