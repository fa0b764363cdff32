import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { classNames } from "./class-names";

/** The head of a page: where it stands, its name, one line about it, and its actions (the main one last). */
export function PageHeader({
  title,
  description,
  crumbs = [],
  state,
  actions,
  className,
}: {
  title: ReactNode;
  description?: ReactNode;
  crumbs?: { href: string; label: ReactNode }[];
  /** A StateChip beside the title. */
  state?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <header
      className={classNames("mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3", className)}
    >
      <div className="min-w-0">
        {crumbs.length > 0 && (
          <nav
            aria-label="Breadcrumb"
            className="mb-0.5 flex flex-wrap items-center gap-1.5 text-ink-3 text-xs touch:-mt-3 touch:mb-0 touch:text-sm"
          >
            {crumbs.map((crumb, index) => (
              <Fragment key={crumb.href}>
                {index > 0 && <span aria-hidden="true">/</span>}
                <Link
                  href={crumb.href}
                  className="inline-flex items-center rounded-sm hover:text-ink hover:underline touch:min-h-11"
                >
                  {crumb.label}
                </Link>
              </Fragment>
            ))}
          </nav>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="break-words text-xl">{title}</h1>
          {state}
        </div>
        {description && <p className="mt-0.5 text-base text-ink-2">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
