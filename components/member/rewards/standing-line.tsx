import { Check, Clock, Lock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { pointWords } from "@/components/member/point-words";
import { classNames } from "@/components/ui/class-names";
import type { Formats } from "@/components/ui/format";
import { TileProgress } from "@/components/ui/tile-progress";
import type { RewardOffer } from "@/lib/rewards/schema";
import { standingInWords } from "./reward-words";

const ICONS = { ready: Check, limit_reached: Clock, not_yet: Clock, other_tier: Lock } as const;

/** Whether the member can have a reward; how far off it is in tiles, where points are all that is missing. */
export function StandingLine({
  offer,
  formats,
  pointName,
  tiles = 20,
  className,
}: {
  offer: Pick<RewardOffer, "name" | "price" | "standing">;
  formats: Formats;
  pointName: string;
  tiles?: number;
  className?: string;
}) {
  const t = useTranslations("rewards");
  const common = useTranslations("common");
  const points = pointWords(common, useLocale(), pointName);
  const { standing, price, name } = offer;
  const Icon = standing.code in ICONS ? ICONS[standing.code as keyof typeof ICONS] : null;
  const need = price?.points ?? 0;
  const have = standing.code === "short" ? need - standing.missing : 0;
  return (
    <div className={className}>
      {standing.code === "short" && (
        <TileProgress
          value={have}
          max={need}
          tiles={tiles}
          label={t("progress", { reward: name, have, need })}
          className="mb-1.5 h-1.5"
        />
      )}
      <p
        className={classNames(
          "flex items-center gap-1.5 text-sm [&_svg]:size-3.5 [&_svg]:shrink-0",
          standing.code === "ready" ? "font-medium text-good-ink" : "text-ink-2",
        )}
      >
        {Icon && <Icon aria-hidden="true" />}
        {standingInWords(standing, { t, points, formats })}
      </p>
    </div>
  );
}
