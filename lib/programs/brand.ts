import { z } from "zod";
import { imageDto } from "@/lib/images/schema";

/** Hue of programs that have chosen none, in degrees (OKLCH): Pompeian red. */
export const HOUSE_HUE = 33;

/** How the mosaic of the card is laid: thinning towards the text, in waves, along the edge, or not at all. */
export const CARD_PATTERNS = ["drift", "waves", "frame", "plain"] as const;
export type CardPattern = (typeof CARD_PATTERNS)[number];

/** What a program shows of itself, beside its name and the hue of its colour. */
export const brandDto = z.object({
  /** A line about the program, under its name. */
  tagline: z.string().nullable(),
  logo: imageDto.nullable(),
  /** Picture of the card; null: a mosaic. */
  cardImage: imageDto.nullable(),
  cardPattern: z.enum(CARD_PATTERNS),
});
export type BrandDto = z.output<typeof brandDto>;
