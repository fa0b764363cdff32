import { StateChip } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { PointsDelta, Time } from "@/components/ui/figures";
import type { Formats } from "@/components/ui/format";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { EXAMPLE_KINDS, type ExampleKind, type SimulationExample } from "@/lib/simulations/schema";
import { EXAMPLE_WORDS } from "./simulation-words";

/** Examples of a scenario, by kind, each a link to its explanation. */
export function ExampleList({
  examples,
  tried,
  kind,
  hrefOf,
  hrefOfKind,
  formats,
}: {
  /** Of all kinds. */
  examples: SimulationExample[];
  /** The campaign that is tried, by TypeID; null for what it is compared with. */
  tried: string | null;
  kind: ExampleKind;
  hrefOf: (example: SimulationExample) => string;
  hrefOfKind: (kind: ExampleKind) => string;
  formats: Formats;
}) {
  const own = examples.filter((example) => example.kind === kind);
  return (
    <div className="flex flex-col gap-3">
      <SegmentedLinks
        label="Kinds of examples"
        className="self-start"
        items={EXAMPLE_KINDS.map((other) => ({
          href: hrefOfKind(other),
          label: EXAMPLE_WORDS[other].label,
          current: other === kind,
          count: examples.filter((example) => example.kind === other).length,
        }))}
      />
      <p className="text-ink-2 text-sm">{EXAMPLE_WORDS[kind].about}</p>
      <div className="overflow-hidden rounded-lg border bg-surface">
        <DataTable
          caption={`Examples: ${EXAMPLE_WORDS[kind].label}`}
          rows={own}
          rowKey={({ exampleNo }) => String(exampleNo)}
          rowHref={hrefOf}
          empty={
            <p className="px-4.5 py-6 text-ink-2">
              {tried === null
                ? "Examples are of what is tried: choose it above."
                : "There is no event of this kind."}
            </p>
          }
          columns={[
            {
              key: "event",
              header: "Event",
              cell: ({ payload, occurredAt }) => (
                <>
                  <span className="block font-medium">{titleOf(payload)}</span>
                  <Time at={occurredAt} formats={formats} className="text-ink-3 text-xs" />
                </>
              ),
            },
            {
              key: "member",
              header: "Member",
              hideBelow: "sm",
              cell: ({ memberName }) => memberName ?? <span className="text-ink-3">Not in the program</span>,
            },
            {
              key: "why",
              header: "Why",
              hideBelow: "md",
              cell: ({ decisions }) => {
                const own = decisions.find(({ campaignId }) => campaignId === tried);
                return <span className="text-ink-2 text-sm">{own?.reason}</span>;
              },
            },
            {
              key: "before",
              header: "Compared with",
              align: "end",
              hideBelow: "sm",
              cell: ({ baselinePoints }) => <PointsDelta points={baselinePoints} locale={formats.locale} />,
            },
            {
              key: "points",
              header: "Points",
              align: "end",
              cell: ({ points }) => <PointsDelta points={points} locale={formats.locale} />,
            },
          ]}
        />
      </div>
    </div>
  );
}

export function titleOf(payload: SimulationExample["payload"]): string {
  if (payload.type === "custom") return String(payload.name);
  return typeof payload.store === "string" ? `Purchase, ${payload.store}` : "Purchase";
}

export function KindChip({ kind }: { kind: ExampleKind }) {
  return <StateChip tone="neutral">{EXAMPLE_WORDS[kind].label}</StateChip>;
}
