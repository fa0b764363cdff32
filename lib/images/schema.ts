import { z } from "zod";

/** Types of file that are taken. Drawings (SVG) are not: they are programs, and run in whoever opens them. */
export const IMAGE_TYPES = ["image/png", "image/jpeg", "image/webp", "image/avif"] as const;
export const MAX_IMAGE_BYTES = 10 * 1024 * 1024;
/** A photograph of a good camera; a small file can unpack to far more. */
export const MAX_IMAGE_PIXELS = 50_000_000;
/** Neither side of a picture that is kept is longer. */
export const MAX_IMAGE_SIDE = 1_600;

/** How finely a picture's colours are known without the picture itself. */
export const MOSAIC = { columns: 8, rows: 6 };

/** A picture that is there to be shown. */
export const imageDto = z.object({
  id: z.string(),
  /** Where it is: with a slash and one of the widths behind it, its address. It never changes. */
  path: z
    .string()
    .meta({ examples: ["/api/images/prog_01h455vb4pex5vsknk084sn02q/img_01h455vb4pex5vsknk084sn02q"] }),
  width: z.int(),
  height: z.int(),
  /** Widths that it is there in, ascending; the last is `width`. */
  widths: z.array(z.int()),
  /** Mean colour as #rrggbb: what stands in its place until it is there. */
  blurColour: z.string(),
  /** The same in more detail: its colours in eight columns and six rows, as rrggbb each, row by row. */
  mosaic: z.string().nullable(),
});
export type ImageDto = z.output<typeof imageDto>;
