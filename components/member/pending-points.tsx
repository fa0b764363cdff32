import { Clock } from "lucide-react";
import { formatDay, formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";

/** Points that are earned and cannot be used yet, with what they wait for, the nearest first. */
export function PendingPoints({
  pending,
  waiting,
  pointName,
  locale,
}: {
  /** All of them. */
  pending: number;
  /** The nearest days and events; days as `YYYY-MM-DD`. */
  waiting: { on: string | null; event: string | null; points: number }[];
  pointName: string;
  locale: string;
}) {
  if (pending === 0) return null;
  return (
    <Notice tone="info" icon={<Clock aria-hidden="true" />}>
      <p>
        {formatNumber(pending, locale)} {pointName} on their way
      </p>
      <ul className="text-sm">
        {waiting.map(({ on, event, points }) => (
          <li key={on ?? event}>
            {formatNumber(points, locale)} {untilWhen(on, event, locale)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function untilWhen(on: string | null, event: string | null, locale: string): string {
  if (on !== null) return `from ${formatDay(on, "date", locale)} on`;
  return `after “${(event ?? "").replace(/[_.-]+/g, " ")}”`;
}
