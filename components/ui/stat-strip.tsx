import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Stat = {
  label: string;
  value: ReactNode;
  /** A line below: a comparison, a share. */
  note?: ReactNode;
  /** Where what the figure is made of can be read. */
  href?: string | undefined;
  /** What is shown below is what this figure is made of. */
  current?: boolean;
};

/** The look of a figure that leads to what it is made of. */
export const FIGURE_LINK =
  "rounded-sm underline decoration-line-strong decoration-1 underline-offset-4 hover:decoration-ink";

/** A row of figures with hairlines between them. */
export function StatStrip({ stats, className }: { stats: Stat[]; className?: string }) {
  return (
    <dl
      className={classNames(
        "grid grid-cols-[repeat(auto-fit,minmax(min(100%,9.5rem),1fr))] gap-px overflow-hidden rounded-lg border bg-surface",
        className,
      )}
    >
      {stats.map((stat) => (
        // Each cell draws the hairlines after and below it; the frame cuts off those at its edge.
        <div
          key={stat.label}
          className={classNames(
            "flex min-w-0 flex-col px-4.5 py-3.5 shadow-[1px_0_0_var(--color-line),0_1px_0_var(--color-line)]",
            stat.current && "bg-sunken",
          )}
        >
          <dt className="text-ink-3 text-xs">{stat.label}</dt>
          <dd className="mt-0.5 break-words font-semibold text-xl tracking-tight sm:truncate sm:text-2xl">
            {stat.href ? (
              <Link href={stat.href} aria-current={stat.current ? "true" : undefined} className={FIGURE_LINK}>
                {stat.value}
              </Link>
            ) : (
              stat.value
            )}
          </dd>
          {stat.note && <dd className="mt-0.5 text-ink-3 text-xs">{stat.note}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** "+8.2 % vs the 30 days before": a signed change, readable without its colour. */
export function Change({
  percent,
  good = "up",
  children,
}: {
  /** Null where there is nothing to compare with. */
  percent: number | null;
  /** Which direction is welcome. */
  good?: "up" | "down" | "neither";
  children?: ReactNode;
}) {
  if (percent === null) return <span>{children}</span>;
  const rounded = Math.round(percent * 10) / 10;
  const welcome = good === "up" ? rounded > 0 : rounded < 0;
  const tone =
    rounded === 0 || good === "neither" ? "text-ink-2" : welcome ? "text-good-ink" : "text-bad-ink";
  const sign = rounded > 0 ? "+" : rounded < 0 ? "−" : "±";
  return (
    <span>
      <span className={classNames("font-medium", tone)}>
        {sign}
        {Math.abs(rounded)}
        {" %"}
      </span>{" "}
      {children}
    </span>
  );
}
