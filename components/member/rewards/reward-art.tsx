import { classNames } from "@/components/ui/class-names";
import { CardMosaic, cardGround } from "@/components/ui/mosaic";
import { Picture, type PictureSource } from "@/components/ui/picture";

/** The reward's picture, or the mosaic of its own where it has none. Words beside it name it. */
export function RewardArt({
  id,
  image,
  brandHue,
  sizes,
  priority = false,
  className,
}: {
  /** What the mosaic is made of. */
  id: string;
  image: PictureSource | null;
  brandHue: number | null;
  /** How wide it is drawn, as `sizes` of <img> says it. */
  sizes: string;
  priority?: boolean;
  className?: string;
}) {
  return (
    <div
      className={classNames("relative overflow-hidden", className)}
      style={image === null ? { background: cardGround(brandHue) } : undefined}
    >
      {image === null ? (
        <CardMosaic id={id} hue={brandHue} />
      ) : (
        <Picture
          image={image}
          alt=""
          sizes={sizes}
          priority={priority}
          className="absolute inset-0 size-full object-cover"
        />
      )}
    </div>
  );
}
