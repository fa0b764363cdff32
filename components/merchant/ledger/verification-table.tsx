import { StateChip } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Figure, Time } from "@/components/ui/figures";
import type { Formats } from "@/components/ui/format";
import type { VerificationDto } from "@/lib/verifications/schema";
import { durationInWords } from "./day-words";
import { placesBroken, VERIFICATION_WORDS } from "./verification-words";

/** The looks at the ledger so far, each a link to what it found. */
export function VerificationTable({
  runs,
  path,
  formats,
}: {
  runs: VerificationDto[];
  path: string;
  formats: Formats;
}) {
  const columns: Column<VerificationDto>[] = [
    {
      key: "asked",
      header: "Asked for",
      cell: ({ createdAt, startedBy }) => (
        <>
          <Time at={createdAt} formats={formats} className="block" />
          <span className="text-ink-3 text-xs">by {startedBy}</span>
        </>
      ),
    },
    {
      key: "state",
      header: "State",
      cell: ({ state }) => (
        <StateChip tone={VERIFICATION_WORDS[state].tone}>{VERIFICATION_WORDS[state].label}</StateChip>
      ),
    },
    {
      key: "places",
      header: "Places found",
      align: "end",
      cell: (run) => <Figure value={placesBroken(run)} locale={formats.locale} />,
    },
    {
      key: "transfers",
      header: "Transfers",
      align: "end",
      hideBelow: "sm",
      cell: ({ counts }) =>
        counts === null ? "" : <Figure value={counts.transfers} locale={formats.locale} />,
    },
    {
      key: "took",
      header: "Took",
      align: "end",
      hideBelow: "md",
      cell: ({ startedAt, finishedAt }) => (
        <span className="whitespace-nowrap text-ink-2">
          {startedAt === null || finishedAt === null
            ? ""
            : durationInWords(Date.parse(finishedAt) - Date.parse(startedAt))}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption="Verifications"
      columns={columns}
      rows={runs}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `${path}?run=${id}`}
    />
  );
}
