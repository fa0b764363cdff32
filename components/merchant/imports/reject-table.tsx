import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatNumber } from "@/components/ui/format";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import type { RejectDto } from "@/lib/imports/schema";

/** The lines that did not go in, with number, reason and content. */
export function RejectTable({
  rejects,
  total,
  locale,
  downloadHref,
  firstHref,
  nextHref,
}: {
  rejects: RejectDto[];
  total: number;
  locale: string;
  downloadHref: string;
  firstHref: string | null;
  nextHref: string | null;
}) {
  const columns: Column<RejectDto>[] = [
    {
      key: "line",
      header: "Line",
      align: "end",
      className: "w-20",
      cell: ({ line }) => <span className="font-mono text-sm">{formatNumber(line, locale)}</span>,
    },
    { key: "reason", header: "Why it did not go in", className: "min-w-56", cell: ({ reason }) => reason },
    {
      key: "content",
      header: "The line",
      hideBelow: "md",
      className: "w-1/2",
      cell: ({ content }) => <span className="break-all font-mono text-ink-2 text-xs">{content}</span>,
    },
  ];
  return (
    <Panel
      title="Rejected lines"
      note={<span className="text-ink-3 text-sm">{formatNumber(total, locale)}</span>}
      actions={
        <a href={downloadHref} download className={buttonClass({ size: "sm" })}>
          <Download aria-hidden="true" />
          Download CSV
        </a>
      }
      flush
    >
      <div className="border-t">
        <DataTable
          caption="Rejected lines"
          columns={columns}
          rows={rejects}
          rowKey={({ line }) => String(line)}
          dense
        />
        <Pagination firstHref={firstHref} nextHref={nextHref} />
      </div>
    </Panel>
  );
}
