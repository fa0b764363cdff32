import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReversalActions } from "@/components/merchant/points/point-actions";
import { ReverseDialog } from "@/components/merchant/points/reverse-dialog";
import { Badge } from "@/components/ui/badge";
import { PointsDelta, Time } from "@/components/ui/figures";
import { type Formats, formatNumber } from "@/components/ui/format";
import { type ActivityEntry, isReversibleKind } from "@/lib/wallet/schema";

/** A movement of a wallet; `id` and `eventId` are TypeIDs, the latter null where no event caused it. */
export type TimelineEntry = ActivityEntry & { id: string; eventId: string | null };

/**
 * What moved a member's points, newest first. Each line opens its parts and their reasons, without a script, and
 * leads on to the event.
 */
export function ActivityTimeline({
  entries,
  formats,
  eventsHref,
  reversal = null,
}: {
  entries: TimelineEntry[];
  formats: Formats;
  /** `/p/<program>/events`; null where the reader may not open events. */
  eventsHref: string | null;
  /** Null where the reader may not reverse anything. */
  reversal?: ReversalActions | null;
}) {
  return (
    <ol className="divide-y border-t">
      {entries.map((entry) => (
        <li key={entry.causeId}>
          <details className="group">
            <summary className="flex list-none items-start gap-3 px-4.5 py-2.5 hover:bg-hover/60 [&::-webkit-details-marker]:hidden">
              <ChevronRight
                aria-hidden="true"
                className="mt-0.5 size-4 text-ink-3 transition-transform duration-120 group-open:rotate-90"
              />
              <span className="min-w-0 flex-1">
                <span className="block text-pretty">{entry.reason}</span>
                <span className="flex flex-wrap items-center gap-x-2 text-ink-3 text-xs">
                  <Time at={entry.occurredAt} formats={formats} />
                  {entry.isReversed && <Badge>Reversed</Badge>}
                </span>
              </span>
              <span className="text-end">
                <PointsDelta points={entry.points} locale={formats.locale} className="block" />
                <span className="block text-ink-3 text-xs">
                  {formatNumber(entry.balanceAfter, formats.locale)}
                </span>
              </span>
            </summary>
            <div className="bg-sunken px-4.5 py-3 ps-11.5">
              {entry.explanation.length > 0 ? (
                <ul className="flex flex-col gap-2">
                  {entry.explanation.map((part) => (
                    <li
                      key={`${part.title} ${part.reason}`}
                      className="flex items-start justify-between gap-4"
                    >
                      <span className="min-w-0">
                        <span className="block font-medium">{part.title}</span>
                        <span className="block text-ink-2 text-sm">{part.reason}</span>
                      </span>
                      {part.points !== 0 && <PointsDelta points={part.points} locale={formats.locale} />}
                    </li>
                  ))}
                </ul>
              ) : (
                <p className="text-ink-2 text-sm">No campaign gave or took points for this.</p>
              )}
              <div className="mt-3 flex flex-wrap items-center justify-between gap-3 empty:hidden">
                {eventsHref && entry.eventId && (
                  <Link
                    href={`${eventsHref}/${entry.eventId}`}
                    className="font-medium text-accent-ink text-sm underline-offset-2 hover:underline"
                  >
                    Open the event
                  </Link>
                )}
                {reversal && !entry.isReversed && isReversibleKind(entry.type) && (
                  <ReverseDialog entryId={entry.id} reason={entry.reason} actions={reversal} />
                )}
              </div>
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}
