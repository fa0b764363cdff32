import { z } from "zod";
import { typeId } from "@/lib/core/schema";
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

/** What can be changed of it; images by their ids. All of it is replaced. */
export const brandInput = z.strictObject({
  name: z.string().trim().min(2, "A name has at least 2 characters.").max(80),
  /** Hue of the colour in degrees (OKLCH); null: the house colour. */
  hue: z.int().min(0).max(359).nullable(),
  tagline: z
    .string()
    .trim()
    .max(160, "At most 160 characters.")
    .nullable()
    .transform((line) => (line === "" ? null : line)),
  logo: typeId("img").nullable(),
  cardImage: typeId("img").nullable(),
  cardPattern: z.enum(CARD_PATTERNS),
});
export type BrandInput = z.output<typeof brandInput>;

/** All of it as the API tells it. */
export const programBrand = brandDto.extend({ name: z.string(), hue: z.int().nullable() });
