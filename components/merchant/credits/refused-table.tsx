import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { formatNumber } from "@/components/ui/format";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import type { CreditJobDetail, RefusedLineDto } from "@/lib/credits/schema";
import { refusalInWords } from "./credit-words";

/** The lines that give no points: how many for which reason, and each with its number and content. */
export function RefusedTable({
  lines,
  refusals,
  locale,
  downloadHref,
  firstHref,
  nextHref,
}: {
  lines: RefusedLineDto[];
  refusals: CreditJobDetail["refusals"];
  locale: string;
  downloadHref: string;
  firstHref: string | null;
  nextHref: string | null;
}) {
  return (
    <Panel
      title="Refused lines"
      note={
        <span className="text-ink-3 text-sm">
          {refusals
            .map(({ code, lines: count }) => `${refusalInWords(code)}: ${formatNumber(count, locale)}`)
            .join(" · ")}
        </span>
      }
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
          caption="Refused lines"
          rows={lines}
          rowKey={({ line }) => String(line)}
          dense
          columns={[
            {
              key: "line",
              header: "Line",
              align: "end",
              className: "w-20",
              cell: ({ line }) => <span className="font-mono text-sm">{formatNumber(line, locale)}</span>,
            },
            { key: "reason", header: "Why", className: "min-w-56", cell: ({ reason }) => reason },
            {
              key: "content",
              header: "The line",
              hideBelow: "md",
              className: "w-1/2",
              cell: ({ content }) => (
                <span className="break-all font-mono text-ink-2 text-xs">{content}</span>
              ),
            },
          ]}
        />
        <Pagination firstHref={firstHref} nextHref={nextHref} />
      </div>
    </Panel>
  );
}
