import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { CardMosaic, cardGround } from "./mosaic";
import type { CardPattern } from "./mosaic-tiles";
import { Picture, type PictureSource } from "./picture";

/**
 * The face of a card, in the program's art: its picture, or a mosaic on its dark ground. What lies on it is light: a
 * picture is darkened as far as that takes, most where the text is.
 */
export function CardArt({
  label,
  id,
  hue,
  image,
  pattern,
  priority = false,
  className,
  children,
}: {
  /** What it is, for those who do not see it. */
  label: string;
  /** What the mosaic is made of. */
  id: string;
  /** program.brandHue, in degrees; null for the house colour. */
  hue: number | null;
  image: PictureSource | null;
  pattern: CardPattern;
  priority?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      className={classNames(
        "relative isolate overflow-hidden rounded-xl text-[oklch(0.97_0.012_80)]",
        className,
      )}
      style={{ background: cardGround(hue) }}
    >
      {image === null ? (
        <CardMosaic id={id} hue={hue} pattern={pattern} className="-z-10 rtl:-scale-x-100" />
      ) : (
        <>
          <Picture
            image={image}
            alt=""
            sizes="(min-width: 48rem) 27rem, 95vw"
            priority={priority}
            className="-z-20 absolute inset-0 size-full! object-cover"
          />
          <span className="-z-10 absolute inset-0 bg-linear-to-r from-black/72 to-black/45 rtl:bg-linear-to-l" />
        </>
      )}
      {children}
    </section>
  );
}
