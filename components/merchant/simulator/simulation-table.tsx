import { StateChip } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import type { Formats } from "@/components/ui/format";
import { formatNumber } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SimulationDto } from "@/lib/simulations/schema";
import { MODE_WORDS, STATE_WORDS, sourceInWords } from "./simulation-words";

/** Simulations, each a link to its page. */
export function SimulationTable({
  simulations,
  program,
  formats,
}: {
  simulations: SimulationDto[];
  /** Slug of the program. */
  program: string;
  formats: Formats;
}) {
  const { locale } = formats;
  return (
    <DataTable
      caption="Simulations"
      rows={simulations}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/p/${program}/simulator/${id}`}
      columns={[
        {
          key: "name",
          header: "What is tried",
          cell: ({ name, mode, variants }) => (
            <>
              <span className="block font-medium">{name}</span>
              <span className="text-ink-3 text-xs">
                {MODE_WORDS[mode].label}
                {variants.length > 1 && ` · ${variants.length} side by side`}
              </span>
            </>
          ),
        },
        {
          key: "state",
          header: "State",
          cell: ({ state }) => (
            <StateChip tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].label}</StateChip>
          ),
        },
        {
          key: "source",
          header: "Over",
          hideBelow: "md",
          cell: (simulation) => <span className="text-ink-2">{sourceInWords(simulation, locale)}</span>,
        },
        {
          key: "events",
          header: "Entries",
          align: "end",
          hideBelow: "lg",
          cell: ({ eventsDone }) => formatNumber(eventsDone, locale),
        },
        {
          key: "created",
          header: "Started",
          align: "end",
          hideBelow: "sm",
          cell: ({ createdAt, createdBy }) => (
            <>
              <RelativeTime at={createdAt} formats={formats} className="text-ink-2" />
              {createdBy.name && <span className="block text-ink-3 text-xs">{createdBy.name}</span>}
            </>
          ),
        },
      ]}
    />
  );
}
