import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** Tabs that are links: each has its own URL, the current one is named by the caller. */
export function LinkTabs({
  tabs,
  label,
  className,
}: {
  tabs: { href: string; label: ReactNode; current: boolean; count?: ReactNode }[];
  label: string;
  className?: string;
}) {
  return (
    <nav
      aria-label={label}
      className={classNames("flex gap-5 overflow-x-auto overflow-y-hidden border-b", className)}
    >
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          className={classNames(
            "-mb-px flex items-center gap-1.5 whitespace-nowrap border-b-2 px-0.5 py-2 font-medium text-base touch:py-3",
            tab.current
              ? "border-accent text-ink [scroll-initial-target:nearest]"
              : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          {tab.label}
          {tab.count !== undefined && <span className="font-normal text-ink-3 text-xs">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
