import { classNames } from "./class-names";
import { Mosaic } from "./mosaic";
import { Picture, type PictureSource } from "./picture";

/** What stands for a program: its logo, or the mosaic that is its own. Decorative: the name stands beside it. */
export function ProgramMark({
  id,
  hue,
  logo,
  size = 28,
  className,
}: {
  id: string;
  /** program.brandHue, in degrees; null for the house colour. */
  hue: number | null;
  logo: PictureSource | null;
  /** Height in px; a logo may be wider than it is high. */
  size?: number;
  className?: string;
}) {
  if (logo === null) return <Mosaic id={id} hue={hue} size={size} className={className} />;
  const width = Math.round((logo.width / logo.height) * size);
  return (
    <span
      style={{ height: size, width: Math.min(width, size * 4) }}
      className={classNames("shrink-0", className)}
    >
      <Picture
        image={logo}
        alt=""
        sizes={`${width}px`}
        priority
        className="size-full! object-contain bg-transparent!"
      />
    </span>
  );
}
