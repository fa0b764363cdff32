import { StateChip } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Figure, Time } from "@/components/ui/figures";
import { type Formats, formatDay, formatNumber } from "@/components/ui/format";
import { TileProgress } from "@/components/ui/tile-progress";
import type { DayRunDto } from "@/lib/day-runs/schema";
import { durationInWords, progressInWords, STATE_WORDS } from "./day-words";
import { type RetryDay, RetryDayButton } from "./retry-day-button";
import { SetAsideList } from "./set-aside-list";

/** The closes of the program's days, each with what it did, how far it is, or why it stopped. */
export function DayTable({
  days,
  program,
  formats,
  retry,
}: {
  days: DayRunDto[];
  /** Slug of the program. */
  program: string;
  formats: Formats;
  /** Null where the reader may not run anything. */
  retry: RetryDay | null;
}) {
  const { locale } = formats;
  const figure = (value: number) =>
    value === 0 ? <span className="text-ink-3">0</span> : <Figure value={value} locale={locale} />;
  const columns: Column<DayRunDto>[] = [
    {
      key: "day",
      header: "Day that began",
      cell: ({ day }) => (
        <span className="whitespace-nowrap font-medium">{formatDay(day, "date", locale)}</span>
      ),
    },
    {
      key: "state",
      header: "State",
      className: "sm:min-w-48",
      cell: (run) => <DayState run={run} program={program} formats={formats} retry={retry} />,
    },
    {
      key: "activated",
      header: "Activated",
      align: "end",
      hideBelow: "sm",
      cell: ({ activated }) => figure(activated.points),
    },
    { key: "expired", header: "Expired", align: "end", cell: ({ expired }) => figure(expired.points) },
    {
      key: "lots",
      header: "Lots",
      align: "end",
      hideBelow: "lg",
      cell: ({ activated, expired }) => figure(activated.lots + expired.lots),
    },
    {
      key: "statements",
      header: "Statements",
      align: "end",
      hideBelow: "md",
      cell: ({ statements }) => figure(statements),
    },
    {
      key: "started",
      header: "Started",
      align: "end",
      hideBelow: "md",
      cell: ({ startedAt }) => <Time at={startedAt} formats={formats} className="text-ink-2" />,
    },
    {
      key: "took",
      header: "Took",
      align: "end",
      hideBelow: "lg",
      cell: ({ startedAt, finishedAt }) => (
        <span className="whitespace-nowrap text-ink-2">
          {finishedAt === null ? "" : durationInWords(Date.parse(finishedAt) - Date.parse(startedAt))}
        </span>
      ),
    },
  ];
  return <DataTable caption="Days" columns={columns} rows={days} rowKey={({ day }) => day} />;
}

function DayState({
  run,
  program,
  formats,
  retry,
}: {
  run: DayRunDto;
  program: string;
  formats: Formats;
  retry: RetryDay | null;
}) {
  const words = progressInWords(run, (value) => formatNumber(value, formats.locale));
  const { due, done } = run.progress;
  return (
    <>
      <StateChip tone={STATE_WORDS[run.state].tone}>{STATE_WORDS[run.state].label}</StateChip>
      {run.state !== "finished" && words !== null && (
        <div className="mt-2 max-w-60">
          <p className="mb-1.5 text-ink-2 text-sm">{words}</p>
          <TileProgress value={done} max={due} label={words} />
        </div>
      )}
      {run.fault !== null && (
        <div className="mt-2 flex max-w-md flex-col items-start gap-2">
          <p className="break-words font-mono text-bad-ink text-xs">{run.fault.error}</p>
          <p className="text-ink-2 text-sm">
            {run.fault.attempts === 1 ? "Stopped once" : `Stopped ${run.fault.attempts} times`}; what was done
            is kept. Tried again by itself at{" "}
            <Time at={run.fault.retryAt} formats={formats} timeStyle="time" />.
          </p>
          {retry !== null && <RetryDayButton program={program} day={run.day} retry={retry} />}
        </div>
      )}
      <SetAsideList run={run} program={program} formats={formats} retry={run.fault === null ? retry : null} />
    </>
  );
}
