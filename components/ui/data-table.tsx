import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Sort = { href: string; direction: "ascending" | "descending" | null };

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** Makes the header a link; `href` is the same page sorted the other way. */
  sort?: Sort;
  /** Leaves the column out below this width. */
  hideBelow?: "sm" | "md" | "lg" | "xl";
  /** Layout of the column's cells, e.g. a width. */
  className?: string;
};

const HIDE = {
  sm: "max-sm:hidden",
  md: "max-md:hidden",
  lg: "max-lg:hidden",
  xl: "max-xl:hidden",
} as const;

/**
 * Rows of the same kind. Rendered on the server: sorting and paging are links (see Pagination). With `rowHref`
 * the first cell is a link that covers the row. `empty` stands in when there are no rows.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowHref,
  empty,
  dense = false,
  className,
}: {
  /** What the table lists, for assistive technology. */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  rowHref?: (row: Row) => string;
  empty?: ReactNode;
  dense?: boolean;
  className?: string;
}) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  const padding = dense ? "py-2" : "py-3";
  return (
    // Focusable, so that a table wider than the screen can be scrolled from the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section aria-label={caption} tabIndex={0} className={classNames("relative overflow-x-auto", className)}>
      <table className="w-full border-collapse text-start text-base">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column.sort?.direction ?? undefined}
                className={classNames(
                  "whitespace-nowrap px-4.5 py-2.5 font-medium text-ink-3 text-xs",
                  column.align === "end" ? "text-end" : "text-start",
                  column.hideBelow && HIDE[column.hideBelow],
                  column.className,
                )}
              >
                {column.sort ? <SortLink sort={column.sort}>{column.header}</SortLink> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className={classNames(
                "relative border-b last:border-b-0",
                rowHref && "transition-colors duration-120 hover:bg-hover/60",
              )}
            >
              {columns.map((column, index) => (
                <td
                  key={column.key}
                  className={classNames(
                    "px-4.5 align-top",
                    padding,
                    column.align === "end" ? "text-end" : "text-start",
                    column.hideBelow && HIDE[column.hideBelow],
                    column.className,
                  )}
                >
                  {rowHref && index === 0 ? (
                    <Link
                      href={rowHref(row)}
                      className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
                    >
                      {column.cell(row)}
                    </Link>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SortLink({ sort, children }: { sort: Sort; children: ReactNode }) {
  const Icon =
    sort.direction === "ascending" ? ArrowUp : sort.direction === "descending" ? ArrowDown : ChevronsUpDown;
  return (
    <Link
      href={sort.href}
      scroll={false}
      className={classNames(
        "-mx-1 inline-flex items-center gap-1 rounded-sm px-1 py-0.5 hover:text-ink",
        sort.direction && "text-ink",
      )}
    >
      {children}
      <Icon aria-hidden="true" className="size-3" />
    </Link>
  );
}
