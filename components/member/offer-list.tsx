import { Mosaic } from "@/components/ui/mosaic";

export type Offer = {
  campaignId: string;
  name: string;
  /** In plain words, from the rules themselves. */
  sentence: string;
};

/** What the member can earn points with now. */
export function OfferList({ offers, brandHue }: { offers: Offer[]; brandHue: number | null }) {
  return (
    <ul className="mt-2 divide-y">
      {offers.map((offer) => (
        <li key={offer.campaignId} className="flex items-start gap-3.5 py-3.5">
          <Mosaic id={offer.campaignId} hue={brandHue} size={56} className="rounded-lg" />
          <div className="min-w-0 flex-1">
            <h3 className="text-md">{offer.name}</h3>
            <p className="mt-0.5 text-pretty text-base text-ink-2">{offer.sentence}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
