import Link from "next/link";
import { type Column, DataTable } from "@/components/ui/data-table";
import { type Formats, formatDay, formatMoney, formatNumber, formatSigned } from "@/components/ui/format";
import {
  type ColumnKind,
  isNamed,
  type ReportNames,
  type ReportRow,
  rangeInWords,
  type ReportTable as Table,
} from "./report-tables";

/** Rows that a table on screen shows; its file has all of them. */
const SHOWN = 100;

export type TableContext = {
  formats: Formats;
  /** Slug of the program. */
  program: string;
  names: ReportNames;
};

/** A table of a report. */
export function ReportTable({ table, context }: { table: Table; context: TableContext }) {
  const columns = table.columns.map(
    ({ key, header, kind }): Column<ReportRow> => ({
      key,
      header,
      align: kind === "text" || kind === "range" || kind === "day" || isNamed(kind) ? "start" : "end",
      className: kind === "text" ? "min-w-40" : "whitespace-nowrap",
      cell: (row) => <Value value={row[key] ?? null} kind={kind} context={context} />,
    }),
  );
  const rows = table.rows.slice(0, SHOWN).map((row, place) => ({ ...row, place }));
  return (
    <DataTable
      caption={table.title}
      dense
      className="max-h-112 overflow-y-auto border-t"
      rows={rows}
      rowKey={({ place }) => String(place)}
      columns={columns}
    />
  );
}

function Value({
  value,
  kind,
  context,
}: {
  value: string | number | null;
  kind: ColumnKind;
  context: TableContext;
}) {
  const { formats, names, program } = context;
  if (value === null) return <span className="text-ink-3">–</span>;
  if (isNamed(kind)) {
    const name = names[kind].get(String(value));
    if (name === undefined || kind !== "member") return <span>{name ?? value}</span>;
    return (
      <Link href={`/p/${program}/members/${value}`} className="hover:underline">
        {name}
      </Link>
    );
  }
  if (typeof value === "string") return <>{inWords(value, kind, formats.locale)}</>;
  return <>{figure(value, kind, formats)}</>;
}

function inWords(value: string, kind: ColumnKind, locale: string): string {
  if (kind === "day") return formatDay(value, "date", locale);
  return kind === "range" ? rangeInWords(value, locale) : value;
}

function figure(value: number, kind: ColumnKind, { locale, currency }: Formats): string {
  switch (kind) {
    case "money":
      return formatMoney(value, currency, locale);
    case "percent":
      return `${formatNumber(Math.round(value * 10) / 10, locale)} %`;
    case "signed":
      return formatSigned(value, locale);
    default:
      return formatNumber(Math.round(value * 100) / 100, locale);
  }
}
