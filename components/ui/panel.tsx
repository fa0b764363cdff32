import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** A bordered surface with an optional heading row. `flush` leaves the padding to the content (tables, lists). */
export function Panel({
  title,
  note,
  actions,
  flush = false,
  headingLevel = 2,
  className,
  children,
}: {
  title?: ReactNode;
  /** Beside the title: a legend, a state, a count. */
  note?: ReactNode;
  actions?: ReactNode;
  flush?: boolean;
  headingLevel?: 2 | 3;
  className?: string;
  children: ReactNode;
}) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <section className={classNames("min-w-0 overflow-hidden rounded-lg border bg-surface", className)}>
      {(title || actions) && (
        <header className="flex min-h-13 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4.5 py-2.5">
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            {title && <Heading className="text-md">{title}</Heading>}
            {note}
          </div>
          {actions && <div className="flex items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={flush ? undefined : classNames("px-4.5 pb-4.5", !title && !actions && "pt-4.5")}>
        {children}
      </div>
    </section>
  );
}
