import { useTranslations } from "next-intl";
import { formatNumber, formatTime } from "@/components/ui/format";
import type { HoldDto } from "@/lib/wallet/schema";
import type { WalletFormats } from "./activity-line";

/** Points that are set aside: what for, how many, and when they come back by themselves. */
export function HeldPoints({
  holds,
  held,
  pointName,
  formats,
}: {
  /** `name`: what they are for, in the reader's language. */
  holds: (Pick<HoldDto, "holdId" | "remaining" | "expiresAt"> & { name: string })[];
  /** All points that are set aside, these and others. */
  held: number;
  pointName: string;
  formats: WalletFormats;
}) {
  const t = useTranslations("wallet");
  const listed = holds.reduce((sum, { remaining }) => sum + remaining, 0);
  return (
    <ul className="mt-1 divide-y">
      {holds.map(({ holdId, name, remaining, expiresAt }) => (
        <li key={holdId} className="flex items-start justify-between gap-4 py-3">
          <span className="min-w-0">
            <span className="block text-pretty font-medium text-md">
              <bdi>{name}</bdi>
            </span>
            <span className="block text-base text-ink-2">
              {t.rich("heldUntil", {
                when: formatTime(expiresAt, "short", formats),
                time: (when) => <time dateTime={expiresAt}>{when}</time>,
              })}
            </span>
          </span>
          <span className="shrink-0 text-end text-lg tabular-nums">
            {formatNumber(remaining, formats.locale)}
            <span className="block text-ink-3 text-xs">{pointName}</span>
          </span>
        </li>
      ))}
      {held > listed && (
        <li className="py-3 text-base text-ink-2">{t("heldMore", { count: held - listed })}</li>
      )}
    </ul>
  );
}
