import { Hourglass } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { PointWords } from "./point-words";

/** Points with their last day of use, the nearest first; nothing where nothing expires soon. */
export function ExpiringSoon({
  expiring,
  points: words,
}: {
  /** Days as `YYYY-MM-DD`. */
  expiring: { expiresOn: string; points: number }[];
  points: PointWords;
}) {
  const t = useTranslations("wallet");
  const locale = useLocale();
  const [next, ...later] = expiring;
  if (next === undefined) return null;
  const laterPoints = later.reduce((sum, { points }) => sum + points, 0);
  const lastDay = later.at(-1)?.expiresOn;
  return (
    <Notice tone="warn" icon={<Hourglass aria-hidden="true" />}>
      <p>
        {t("expiring", { amount: words.amount(next.points), day: formatDay(next.expiresOn, "date", locale) })}
      </p>
      {lastDay !== undefined && (
        <p className="text-sm">
          {t("expiringMore", { count: laterPoints, day: formatDay(lastDay, "date", locale) })}
        </p>
      )}
    </Notice>
  );
}
