import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { PointsDelta, Time } from "@/components/ui/figures";
import type { Formats } from "@/components/ui/format";
import type { ActivityEntry } from "@/lib/wallet/schema";

export type WalletFormats = Pick<Formats, "locale" | "timeZone">;

/** One movement of points; pressed, it tells why: which campaigns gave something, and which did not. */
export function ActivityLine({
  entry,
  formats,
  pointName,
}: {
  entry: ActivityEntry;
  formats: WalletFormats;
  pointName: string;
}) {
  const t = useTranslations("activityPage");
  return (
    <details className="group">
      <summary className="-mx-2 flex min-h-14 list-none items-start gap-3 rounded-md px-2 py-3 hover:bg-hover/60 [&::-webkit-details-marker]:hidden">
        <span className="wrap-anywhere min-w-0 flex-1">
          <span className="block text-pretty font-medium text-md">
            <bdi>{entry.headline.what}</bdi>
          </span>
          <span className="block text-pretty text-base text-ink-2">
            <Time at={entry.occurredAt} formats={formats} timeStyle="short" /> ·{" "}
            <bdi>{entry.headline.why}</bdi>
            {entry.isReversed && ` · ${t("reversed")}`}
          </span>
        </span>
        <PointsDelta points={entry.points} locale={formats.locale} className="text-lg" />
        <ChevronDown
          aria-hidden="true"
          className="mt-1 size-4 text-ink-3 transition-transform duration-150 group-open:rotate-180"
        />
      </summary>
      <div className="mt-1 mb-4 rounded-lg bg-sunken px-4 py-3">
        {entry.explanation.length > 0 ? (
          <ul className="divide-y" aria-label={t("gaveOrTook", { name: pointName })}>
            {entry.explanation.map((part) => (
              <li
                key={`${part.title} ${part.reason}`}
                className="flex items-start justify-between gap-4 py-2"
              >
                <span className="wrap-anywhere min-w-0">
                  <span className="block font-medium text-base">{part.title}</span>
                  <span className="block text-pretty text-ink-2 text-sm">{part.reason}</span>
                </span>
                {part.points !== 0 && <PointsDelta points={part.points} locale={formats.locale} />}
              </li>
            ))}
          </ul>
        ) : (
          <p className="py-2 text-base text-ink-2">{t("noOffer", { name: pointName })}</p>
        )}
        {entry.notFired.length > 0 && (
          <div className="mt-1 border-t pt-3 pb-1">
            <p className="text-ink-3 text-xs">{t("notCounted")}</p>
            <ul className="mt-1.5 flex flex-col gap-2">
              {entry.notFired.map((part) => (
                <li key={part.title} className="wrap-anywhere text-ink-2 text-sm">
                  <span className="font-medium">{part.title}.</span> {part.reason}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </details>
  );
}
