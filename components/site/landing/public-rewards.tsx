import { CardMosaic, cardGround } from "@/components/ui/mosaic";
import { Picture, type PictureSource } from "@/components/ui/picture";

type PublicReward = {
  id: string;
  name: string;
  summary: string;
  image: PictureSource | null;
  /** In words. */
  price: string;
};

/** What there is to get, with pictures and prices. */
export function PublicRewards({
  title,
  rewards,
  hue,
}: {
  title: string;
  rewards: PublicReward[];
  hue: number | null;
}) {
  return (
    <section aria-labelledby="rewards">
      <h2 id="rewards" className="text-2xl">
        {title}
      </h2>
      <ul className="mt-6 grid grid-cols-2 gap-x-4 gap-y-7 md:grid-cols-4 md:gap-x-6">
        {rewards.map(({ id, name, summary, image, price }) => (
          <li key={id} className="min-w-0">
            <div
              className="relative aspect-[4/3] overflow-hidden rounded-lg border"
              style={{ background: cardGround(hue) }}
            >
              {image === null ? (
                <CardMosaic id={id} hue={hue} />
              ) : (
                <Picture
                  image={image}
                  alt=""
                  sizes="(min-width: 48rem) 16rem, 43vw"
                  className="size-full object-cover"
                />
              )}
            </div>
            <h3 className="mt-3 break-words text-md">
              <bdi>{name}</bdi>
            </h3>
            {summary !== "" && <p className="mt-0.5 line-clamp-2 text-ink-2 text-sm">{summary}</p>}
            <p className="mt-1 font-semibold text-sm">
              <bdi>{price}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
