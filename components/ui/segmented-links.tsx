import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { CHOSEN, FRAME, SEGMENT } from "./segmented-look";

/** A filter whose choices are links to the same page: the choice lives in the URL. */
export function SegmentedLinks({
  label,
  items,
  className,
}: {
  label: string;
  items: { href: string; label: ReactNode; current: boolean; count?: ReactNode }[];
  className?: string;
}) {
  return (
    <nav aria-label={label} className={classNames(FRAME, className)}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          scroll={false}
          prefetch={false}
          aria-current={item.current ? "true" : undefined}
          className={classNames(SEGMENT, item.current && CHOSEN)}
        >
          {item.label}
          {item.count !== undefined && <span className="font-normal text-ink-3 text-xs">{item.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
