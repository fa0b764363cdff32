import { PointsDelta } from "@/components/ui/figures";
import { formatNumber } from "@/components/ui/format";

/** One thing that would change: by how many points, or to how many. */
export type Consequence = { label: string; note?: string } & ({ delta: number } | { total: number } | object);

/** What something would do, line by line. */
export function Consequences({ rows, locale }: { rows: Consequence[]; locale: string }) {
  return (
    <ul aria-live="polite" className="divide-y rounded-md bg-sunken px-3.5 py-1">
      {rows.map((row) => (
        <li key={row.label} className="flex items-start justify-between gap-4 py-2">
          <span className="min-w-0">
            <span className="block">{row.label}</span>
            {row.note && <span className="block text-pretty text-ink-2 text-sm">{row.note}</span>}
          </span>
          {"delta" in row && <PointsDelta points={row.delta} locale={locale} />}
          {"total" in row && (
            <span className="font-medium tabular-nums">{formatNumber(row.total, locale)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
