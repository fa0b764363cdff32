import { CardArt } from "@/components/ui/card-art";
import type { CardPattern } from "@/components/ui/mosaic-tiles";
import type { PictureSource } from "@/components/ui/picture";

/** What the card of a member looks like, without a member. */
export function HeroCard({
  label,
  id,
  hue,
  name,
  image,
  pattern,
}: {
  label: string;
  /** What the mosaic is made of. */
  id: string;
  hue: number | null;
  name: string;
  image: PictureSource | null;
  pattern: CardPattern;
}) {
  return (
    <CardArt
      label={label}
      id={id}
      hue={hue}
      image={image}
      pattern={pattern}
      priority
      className="flex aspect-[1.72] w-full flex-col justify-between p-6 shadow-float"
    >
      <p className="max-w-[62%] text-balance font-semibold text-xl">{name}</p>
      <p dir="ltr" className="self-start font-mono text-[oklch(0.9_0.012_80)] text-base">
        •••• •••• ••••
      </p>
    </CardArt>
  );
}
