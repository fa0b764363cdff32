import { Mosaic } from "@/components/ui/mosaic";

/** What there is to earn now, each as its sentence. */
export function PublicOffers({
  title,
  offers,
  hue,
}: {
  title: string;
  offers: { campaignId: string; name: string; description: string | null; sentence: string }[];
  hue: number | null;
}) {
  return (
    <section aria-labelledby="offers">
      <h2 id="offers" className="text-2xl">
        {title}
      </h2>
      <ul className="mt-4 grid gap-x-12 md:grid-cols-2">
        {offers.map(({ campaignId, name, description, sentence }) => (
          <li key={campaignId} className="flex items-start gap-4 border-t py-5">
            <Mosaic id={campaignId} hue={hue} size={56} className="rounded-lg" />
            <div className="min-w-0">
              <h3 className="break-words text-md">
                <bdi>{name}</bdi>
              </h3>
              {description !== null && <p className="mt-0.5 text-pretty">{description}</p>}
              <p className="mt-0.5 text-pretty text-ink-2">{sentence}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
