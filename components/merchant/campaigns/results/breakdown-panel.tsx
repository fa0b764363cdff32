import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { formatMoney, formatNumber } from "@/components/ui/format";
import { Panel } from "@/components/ui/panel";
import type { CampaignFigures } from "@/lib/analytics/schema";

export type BreakdownRow = CampaignFigures & {
  key: string;
  label: ReactNode;
  /** Where the decisions behind the row are. */
  href?: string;
};

/** What kinds of things a campaign gave in the days of its report: the columns that say something. */
export type Gave = { points: boolean; benefits: boolean };

/** @returns points where it gave nothing at all: that is what most campaigns are about */
export function gaveOf({ issued, takenBack, benefits }: CampaignFigures): Gave {
  return { points: issued + takenBack > 0 || benefits === 0, benefits: benefits > 0 };
}

/** The campaign's figures by one thing: stores, segments, tiers or days. Each row leads to its decisions, where the reader may see them. */
export function BreakdownPanel({
  title,
  by,
  rows,
  gave,
  formats,
  exportHref,
  empty,
}: {
  title: string;
  /** Heading of the first column. */
  by: string;
  rows: BreakdownRow[];
  gave: Gave;
  formats: { locale: string; currency: string };
  /** Where the same comes as CSV; absent: nowhere. */
  exportHref?: string;
  empty: string;
}) {
  const figure = (
    key: Exclude<keyof CampaignFigures, "costMinor">,
    header: string,
    hideBelow?: "sm" | "md",
  ) => ({
    key,
    header,
    align: "end" as const,
    ...(hideBelow && { hideBelow }),
    cell: (row: BreakdownRow) => formatNumber(row[key], formats.locale),
  });
  const leads = rows.every(({ href }) => href !== undefined);
  return (
    <Panel
      title={title}
      flush
      actions={
        exportHref !== undefined &&
        rows.length > 0 && (
          <a href={exportHref} download className={buttonClass({ variant: "ghost", size: "sm" })}>
            <Download aria-hidden="true" />
            CSV
          </a>
        )
      }
    >
      <DataTable
        caption={title}
        dense
        className="max-h-96 overflow-y-auto border-t"
        rows={rows}
        rowKey={(row) => row.key}
        {...(leads && { rowHref: (row: BreakdownRow) => row.href ?? "" })}
        columns={[
          { key: "by", header: by, className: "w-full", cell: (row) => row.label },
          ...(gave.points ? [figure("issued", "Issued"), figure("takenBack", "Taken back", "md")] : []),
          ...(gave.benefits ? [figure("benefits", "Benefits", gave.points ? "md" : undefined)] : []),
          figure("awards", "Times", "sm"),
          figure("members", "Members", "sm"),
          {
            key: "cost",
            header: "Cost",
            align: "end",
            cell: (row) => formatMoney(row.costMinor, formats.currency, formats.locale),
          },
        ]}
        empty={<p className="border-t px-4.5 py-8 text-center text-ink-2">{empty}</p>}
      />
    </Panel>
  );
}
