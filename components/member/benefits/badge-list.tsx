import { useTranslations } from "next-intl";
import { formatTime } from "@/components/ui/format";
import { Mosaic } from "@/components/ui/mosaic";
import type { BadgeDto } from "@/lib/benefits/schema";

/** The member's badges, each with a mosaic of its own. */
export function BadgeList({
  badges,
  brandHue,
  formats,
}: {
  badges: BadgeDto[];
  brandHue: number | null;
  formats: { locale: string; timeZone: string };
}) {
  const t = useTranslations("wallet");
  const sinceWhen = (count: number, firstGiven: string) => {
    const day = formatTime(firstGiven, "date", formats);
    return count > 1 ? t("badgeTimesSince", { count, day }) : t("badgeSince", { day });
  };
  return (
    <ul className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-3">
      {badges.map(({ badge, count, firstGiven }) => (
        <li key={badge} className="flex items-center gap-3 rounded-lg border bg-surface p-3">
          <Mosaic id={badge} hue={brandHue} size={40} className="rounded-md" />
          <div className="min-w-0">
            <h3 className="break-words text-base">{badge}</h3>
            <p className="text-ink-3 text-xs">{sinceWhen(count, firstGiven)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
