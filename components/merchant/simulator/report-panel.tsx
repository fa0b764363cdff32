import { BarChart3, Download, Table2 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { ChartLegend } from "@/components/ui/chart";
import { Panel } from "@/components/ui/panel";
import { type ChartSeries, ReportChart } from "./report-chart";
import { ReportTable, type TableContext } from "./report-table";
import type { ReportTable as Table } from "./report-tables";
import { colourOf } from "./series-colours";

export type PanelContext = TableContext & {
  /** Whether charts show themselves as the tables behind them. */
  asTables: boolean;
  /** The same page with charts as tables, or with tables as charts. */
  otherViewHref: string;
  /** Where the file of a table is. */
  fileHref: (key: string) => string;
};

/** A table of the report, with a chart before it where one says more; either can be had as a file. */
export function ReportPanel({
  table,
  chart,
  title = table.title,
  about,
  context,
  empty,
}: {
  table: Table;
  chart?: { kind: "lines" | "bars"; x: string; series: ChartSeries[]; mark?: { at: string; label: string } };
  title?: string;
  about?: ReactNode;
  context: PanelContext;
  /** Stands in where there are no rows. */
  empty?: ReactNode;
}) {
  const isChart = chart !== undefined && !context.asTables;
  const hasRows = table.rows.length > 0;
  const ghost = buttonClass({ variant: "ghost", size: "sm" });
  return (
    <Panel
      title={title}
      note={
        isChart &&
        hasRows &&
        chart.series.length > 1 && (
          <ChartLegend
            entries={chart.series.map((entry, place) => ({ ...entry, colour: colourOf(place) }))}
          />
        )
      }
      actions={
        hasRows && (
          <>
            {chart && (
              <Link href={context.otherViewHref} scroll={false} className={ghost}>
                {isChart ? <Table2 aria-hidden="true" /> : <BarChart3 aria-hidden="true" />}
                {isChart ? "Table" : "Chart"}
                <span className="sr-only"> of {title}</span>
              </Link>
            )}
            <a href={context.fileHref(table.key)} download className={ghost}>
              <Download aria-hidden="true" />
              CSV
              <span className="sr-only"> of {title}</span>
            </a>
          </>
        )
      }
      flush
      className="flex flex-col"
    >
      {about && <p className="px-4.5 pb-3 text-ink-2 text-sm">{about}</p>}
      {!hasRows && <p className="px-4.5 pb-4.5 text-ink-2">{empty ?? "Nothing to show."}</p>}
      {hasRows &&
        (isChart ? (
          <ReportChart {...chart} rows={table.rows} />
        ) : (
          <ReportTable table={table} context={context} />
        ))}
    </Panel>
  );
}
