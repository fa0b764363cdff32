import { formatNumber } from "@/components/ui/format";
import { TileProgress } from "@/components/ui/tile-progress";
import type { ChallengeDto } from "@/lib/benefits/schema";

/** Rows of more tiles than these would be too fine to count. */
const MOST_TILES = 25;

/** How far the member is in each challenge: a tile for each step where there are few. */
export function ChallengeList({ challenges, locale }: { challenges: ChallengeDto[]; locale: string }) {
  const number = (value: number) => formatNumber(value, locale);
  return (
    <ul className="mt-1 divide-y">
      {challenges.map(({ challenge, progress, goal, completed }) => (
        <li key={challenge} className="py-3.5">
          <div className="flex items-baseline justify-between gap-4">
            <h3 className="min-w-0 break-words text-md">{challenge}</h3>
            <p className="shrink-0 text-ink-2 tabular-nums">
              {number(progress)} of {number(goal)}
            </p>
          </div>
          <TileProgress
            value={progress}
            max={goal}
            tiles={Math.min(goal, MOST_TILES)}
            label={`${challenge}: ${number(progress)} of ${number(goal)}`}
            className="mt-2 h-3"
          />
          {completed > 0 && (
            <p className="mt-1.5 text-ink-3 text-sm">
              {completed === 1 ? "Completed once before" : `Completed ${number(completed)} times before`}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
