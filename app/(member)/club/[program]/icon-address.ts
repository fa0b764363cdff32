import type { ProgramDto } from "@/lib/programs";

/** Where the club's icon is in a size; it changes with what is drawn in it, so that nobody keeps an old one. */
export function iconAddress({ slug, brandHue, brand }: ProgramDto, side: 180 | 192 | 512): string {
  return `/club/${slug}/icon/${side}?of=${brand.logo?.id ?? `mosaic-${brandHue ?? "house"}`}`;
}
