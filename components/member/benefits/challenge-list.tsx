import { useTranslations } from "next-intl";
import { TileProgress } from "@/components/ui/tile-progress";
import type { ChallengeDto } from "@/lib/benefits/schema";

/** Rows of more tiles than these would be too fine to count. */
const MOST_TILES = 25;

/** How far the member is in each challenge: a tile for each step where there are few. */
export function ChallengeList({ challenges }: { challenges: ChallengeDto[] }) {
  const t = useTranslations("wallet");
  return (
    <ul className="mt-1 divide-y">
      {challenges.map(({ challenge, progress, goal, completed }) => (
        <li key={challenge} className="py-3.5">
          <div className="flex items-baseline justify-between gap-4">
            <h3 className="min-w-0 break-words text-md">{challenge}</h3>
            <p className="shrink-0 text-ink-2 tabular-nums">{t("progress", { progress, goal })}</p>
          </div>
          <TileProgress
            value={progress}
            max={goal}
            tiles={Math.min(goal, MOST_TILES)}
            label={t("challengeProgress", { challenge, progress, goal })}
            className="mt-2 h-3"
          />
          {completed > 0 && (
            <p className="mt-1.5 text-ink-3 text-sm">{t("completedBefore", { count: completed })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
