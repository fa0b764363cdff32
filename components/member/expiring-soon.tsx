import { Hourglass } from "lucide-react";
import { formatDay, formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";

/** Points with their last day of use, the nearest first; nothing where nothing expires soon. */
export function ExpiringSoon({
  expiring,
  pointName,
  locale,
}: {
  /** Days as `YYYY-MM-DD`. */
  expiring: { expiresOn: string; points: number }[];
  pointName: string;
  locale: string;
}) {
  const [next, ...later] = expiring;
  if (next === undefined) return null;
  const laterPoints = later.reduce((sum, { points }) => sum + points, 0);
  const lastDay = later.at(-1)?.expiresOn;
  return (
    <Notice tone="warn" icon={<Hourglass aria-hidden="true" />}>
      <p>
        {formatNumber(next.points, locale)} {pointName} expire after{" "}
        {formatDay(next.expiresOn, "date", locale)}
      </p>
      {lastDay !== undefined && (
        <p className="text-sm">
          {formatNumber(laterPoints, locale)} more by {formatDay(lastDay, "date", locale)}
        </p>
      )}
    </Notice>
  );
}
