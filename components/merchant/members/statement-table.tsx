import { type Column, DataTable } from "@/components/ui/data-table";
import { Figure } from "@/components/ui/figures";
import { type StatementDto, turnover } from "@/lib/statements/schema";

/** A member's monthly statements. */
export function StatementTable({ statements, locale }: { statements: StatementDto[]; locale: string }) {
  const figure = (value: number) =>
    value === 0 ? <span className="text-ink-3">0</span> : <Figure value={value} locale={locale} />;
  const types = new Set(statements.map(({ pointType }) => pointType.code));
  const columns: Column<StatementDto>[] = [
    {
      key: "month",
      header: "Month",
      cell: ({ month, pointType }) => (
        <>
          <span className="block whitespace-nowrap font-medium">{monthOf(month, locale)}</span>
          {types.size > 1 && <span className="text-ink-3 text-xs">{pointType.name}</span>}
        </>
      ),
    },
    {
      key: "opening",
      header: "Opening",
      align: "end",
      hideBelow: "sm",
      cell: ({ opening }) => figure(opening),
    },
    { key: "in", header: "In", align: "end", cell: (statement) => figure(turnover(statement).cameIn) },
    { key: "out", header: "Out", align: "end", cell: (statement) => figure(turnover(statement).wentOut) },
    {
      key: "expired",
      header: "of it expired",
      align: "end",
      hideBelow: "md",
      cell: ({ expired }) => figure(expired),
    },
    {
      key: "closing",
      header: "Closing",
      align: "end",
      cell: ({ closing }) => <Figure value={closing} locale={locale} className="font-semibold" />,
    },
  ];
  return (
    <DataTable
      caption="Statements"
      columns={columns}
      rows={statements}
      rowKey={({ month, pointType }) => `${month} ${pointType.code}`}
    />
  );
}

/** `2026-10` → "Oct 2026" */
function monthOf(month: string, locale: string): string {
  const language = locale === "en" ? "en-GB" : locale;
  const format = new Intl.DateTimeFormat(language, { month: "short", year: "numeric", timeZone: "UTC" });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}
