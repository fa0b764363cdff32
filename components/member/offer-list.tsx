import { Mosaic } from "@/components/ui/mosaic";
import { TileProgress } from "@/components/ui/tile-progress";

export type Offer = {
  campaignId: string;
  name: string;
  /** What the merchant says about it; null: nothing. */
  description: string | null;
  /** In plain words, from the rules themselves. */
  sentence: string;
  /** How far the member is, also in words; null: it is not on the way to anything. */
  progress: { kind: "goal" | "limit"; now: number; goal: number; words: string } | null;
};

/** Rows of more tiles than these would be too fine to count. */
const MOST_TILES = 25;

/** What the member can earn points with now, and how far they are. */
export function OfferList({ offers, brandHue }: { offers: Offer[]; brandHue: number | null }) {
  return (
    <ul className="mt-2 divide-y">
      {offers.map(({ campaignId, name, description, sentence, progress }) => (
        <li key={campaignId} className="flex items-start gap-3.5 py-3.5">
          <Mosaic id={campaignId} hue={brandHue} size={56} className="rounded-lg" />
          <div className="min-w-0 flex-1">
            <h3 className="break-words text-md">
              <bdi>{name}</bdi>
            </h3>
            {description !== null && <p className="mt-0.5 text-pretty text-base">{description}</p>}
            <p className="mt-0.5 text-pretty text-base text-ink-2">{sentence}</p>
            {progress?.kind === "goal" && (
              <TileProgress
                value={progress.now}
                max={progress.goal}
                tiles={Math.min(progress.goal, MOST_TILES)}
                label={`${name}: ${progress.words}`}
                className="mt-2"
              />
            )}
            {progress !== null && (progress.kind === "goal" || progress.now > 0) && (
              <p className="mt-1 text-ink-3 text-sm tabular-nums">{progress.words}</p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
