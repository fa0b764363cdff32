import { StateChip } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Figure } from "@/components/ui/figures";
import type { Formats } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ImportDto } from "@/lib/imports/schema";
import { formatBytes, STATE_WORDS } from "./import-words";

/** The program's imports, each a link to its page. */
export function ImportTable({
  imports,
  program,
  formats,
}: {
  imports: ImportDto[];
  /** Slug of the program. */
  program: string;
  formats: Formats;
}) {
  const { locale } = formats;
  const figure = (value: number) =>
    value === 0 ? <span className="text-ink-3">0</span> : <Figure value={value} locale={locale} />;
  const columns: Column<ImportDto>[] = [
    {
      key: "file",
      header: "File",
      cell: ({ fileName, fileBytes }) => (
        <>
          <span className="block break-all font-medium">{fileName}</span>
          <span className="text-ink-3 text-xs">{formatBytes(fileBytes, locale)}</span>
        </>
      ),
    },
    {
      key: "state",
      header: "State",
      cell: ({ state }) => <StateChip tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].label}</StateChip>,
    },
    {
      key: "lines",
      header: "Lines",
      align: "end",
      hideBelow: "md",
      cell: ({ linesRead }) => figure(linesRead),
    },
    { key: "accepted", header: "New baskets", align: "end", cell: ({ accepted }) => figure(accepted) },
    {
      key: "duplicates",
      header: "Known already",
      align: "end",
      hideBelow: "lg",
      cell: ({ duplicates }) => figure(duplicates),
    },
    {
      key: "rejected",
      header: "Rejected lines",
      align: "end",
      hideBelow: "sm",
      cell: ({ linesRejected }) => figure(linesRejected),
    },
    {
      key: "created",
      header: "Uploaded",
      align: "end",
      hideBelow: "md",
      cell: ({ createdAt }) => <RelativeTime at={createdAt} formats={formats} className="text-ink-2" />,
    },
  ];
  return (
    <DataTable
      caption="Imports"
      columns={columns}
      rows={imports}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/p/${program}/imports/${id}`}
    />
  );
}
