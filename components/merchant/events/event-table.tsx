import type { ReactNode } from "react";
import { StateChip } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { PointsDelta, Time } from "@/components/ui/figures";
import type { Formats } from "@/components/ui/format";
import type { EventStatus } from "@/lib/events/schema";
import { STATUS_WORDS, typeInWords } from "./event-words";
import { RetryButton } from "./retry-button";

/** An event as a row; `id` is its TypeID. */
export type EventRow = {
  id: string;
  externalId: string;
  source: string;
  type: string;
  memberName: string | null;
  occurredAt: string;
  receivedAt: string;
  status: EventStatus;
  points: number | null;
  error: string | null;
};

/** Events, each row leading to its page. */
export function EventTable({
  events,
  program,
  retry,
  showErrors = false,
  showMember = true,
  empty,
}: {
  events: EventRow[];
  program: Formats & { slug: string };
  /** Null where the reader may not retry. */
  retry: React.ComponentProps<typeof RetryButton>["retry"] | null;
  showErrors?: boolean;
  showMember?: boolean;
  empty: ReactNode;
}) {
  const columns: Column<EventRow>[] = [
    {
      key: "type",
      header: "Event",
      cell: (event) => (
        <>
          <span className="block font-medium">{typeInWords(event.type)}</span>
          <span className="block max-w-56 truncate font-mono text-ink-3 text-xs">
            {event.externalId} · {event.source}
          </span>
          {showErrors && <span className="mt-1 block text-bad-ink text-xs md:hidden">{event.error}</span>}
        </>
      ),
    },
    {
      key: "received",
      header: "Received",
      hideBelow: "md",
      cell: (event) => <Time at={event.receivedAt} formats={program} className="text-ink-2" />,
    },
    {
      key: "occurred",
      header: "Happened",
      hideBelow: "lg",
      cell: (event) => <Time at={event.occurredAt} formats={program} className="text-ink-2" />,
    },
  ];
  if (!showErrors) {
    columns.push({ key: "status", header: "Status", cell: (event) => <Status event={event} /> });
  }
  if (showMember) {
    columns.splice(1, 0, {
      key: "member",
      header: "Member",
      hideBelow: "sm",
      className: "whitespace-nowrap",
      cell: (event) => event.memberName ?? <span className="text-ink-3">Unknown</span>,
    });
  }
  if (showErrors) {
    columns.push({
      key: "error",
      header: "Error",
      hideBelow: "md",
      className: "min-w-48",
      cell: (event) => <span className="text-ink-2">{event.error}</span>,
    });
    if (retry) {
      columns.push({
        key: "retry",
        header: <span className="sr-only">Retry</span>,
        align: "end",
        cell: (event) => <RetryButton program={program.slug} eventId={event.id} retry={retry} />,
      });
    }
  } else {
    columns.push({
      key: "points",
      header: "Points",
      align: "end",
      cell: (event) =>
        event.points === null ? (
          <span className="text-ink-3">–</span>
        ) : (
          <PointsDelta points={event.points} locale={program.locale} />
        ),
    });
  }
  return (
    <DataTable
      caption="Events"
      columns={columns}
      rows={events}
      rowKey={(event) => event.id}
      rowHref={(event) => `/p/${program.slug}/events/${event.id}`}
      empty={empty}
    />
  );
}

function Status({ event }: { event: EventRow }) {
  const { label, tone } = STATUS_WORDS[event.status];
  return <StateChip tone={tone}>{label}</StateChip>;
}
