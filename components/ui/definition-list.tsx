import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** Names and values, one a row, with hairlines. */
export function DefinitionList({
  items,
  className,
}: {
  items: { term: string; value: ReactNode }[];
  className?: string;
}) {
  return (
    <dl className={classNames("divide-y", className)}>
      {items.map((item) => (
        <div key={item.term} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-2">
          <dt className="text-ink-3 text-sm">{item.term}</dt>
          <dd className="min-w-0 break-words text-end text-base">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
