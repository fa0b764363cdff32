import { Clock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { PointWords } from "./point-words";

/** Points that are earned and cannot be used yet, with what they wait for, the nearest first. */
export function PendingPoints({
  pending,
  waiting,
  points: words,
}: {
  /** All of them. */
  pending: number;
  /** The nearest days and events; days as `YYYY-MM-DD`. */
  waiting: { on: string | null; event: string | null; points: number }[];
  points: PointWords;
}) {
  const t = useTranslations("wallet");
  const locale = useLocale();
  if (pending === 0) return null;
  return (
    <Notice tone="info" icon={<Clock aria-hidden="true" />}>
      <p>{t("pending", { amount: words.amount(pending) })}</p>
      <ul className="text-sm">
        {waiting.map(({ on, event, points }) => (
          <li key={on ?? event}>
            {on === null
              ? t("pendingAfter", { count: points, event: (event ?? "").replace(/[_.-]+/g, " ") })
              : t("pendingFrom", { count: points, day: formatDay(on, "date", locale) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
