import { nameOf } from "@/components/merchant/adjustments/adjustment-words";
import { StateChip } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Figure } from "@/components/ui/figures";
import type { Formats } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import type { CreditJobDto } from "@/lib/credits/schema";
import { STATE_WORDS } from "./credit-words";

/** The program's files of credits, each a link to its page. */
export function CreditTable({
  jobs,
  program,
  formats,
}: {
  jobs: CreditJobDto[];
  /** Slug of the program. */
  program: string;
  formats: Formats;
}) {
  const figure = (value: number) =>
    value === 0 ? <span className="text-ink-3">0</span> : <Figure value={value} locale={formats.locale} />;
  const columns: Column<CreditJobDto>[] = [
    {
      key: "file",
      header: "File",
      cell: ({ fileName, uploadedBy }) => (
        <>
          <span className="block break-all font-medium">{fileName}</span>
          <span className="text-ink-3 text-xs">by {nameOf(uploadedBy)}</span>
        </>
      ),
    },
    {
      key: "state",
      header: "State",
      cell: ({ state }) => <StateChip tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].label}</StateChip>,
    },
    { key: "points", header: "Points", align: "end", cell: ({ points }) => figure(points) },
    {
      key: "members",
      header: "Members",
      align: "end",
      hideBelow: "sm",
      cell: ({ members }) => figure(members),
    },
    { key: "posted", header: "Posted", align: "end", hideBelow: "md", cell: ({ posted }) => figure(posted) },
    {
      key: "refused",
      header: "Refused lines",
      align: "end",
      hideBelow: "md",
      cell: ({ linesRefused }) => figure(linesRefused),
    },
    {
      key: "uploaded",
      header: "Uploaded",
      align: "end",
      hideBelow: "lg",
      cell: ({ uploadedAt }) => <RelativeTime at={uploadedAt} formats={formats} className="text-ink-2" />,
    },
  ];
  return (
    <DataTable
      caption="Files of credits"
      columns={columns}
      rows={jobs}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/p/${program}/credits/${id}`}
    />
  );
}
