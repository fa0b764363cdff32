import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Mosaic } from "./mosaic";

/** Teaches: what belongs here, one action, one example. */
export function EmptyState({
  title,
  children,
  action,
  example,
  icon,
  headingLevel = 2,
  className,
}: {
  title: ReactNode;
  /** One or two sentences. */
  children?: ReactNode;
  action?: ReactNode;
  /** A short example, e.g. a campaign's sentence or a request. */
  example?: ReactNode;
  /** In place of the small mosaic. */
  icon?: ReactNode;
  /** 1 where it stands for the whole page. */
  headingLevel?: 1 | 2;
  className?: string;
}) {
  const Heading = headingLevel === 1 ? "h1" : "h2";
  return (
    <div className={classNames("flex flex-col items-center px-6 py-14 text-center", className)}>
      {icon ? (
        <span className="flex size-11 items-center justify-center rounded-lg border bg-sunken text-ink-2 [&_svg]:size-5">
          {icon}
        </span>
      ) : (
        <Mosaic id={typeof title === "string" ? title : "empty"} size={44} className="rounded-lg" />
      )}
      <Heading className="mt-4 text-lg">{title}</Heading>
      {children && <div className="mt-1.5 max-w-md text-pretty text-base text-ink-2">{children}</div>}
      {example && (
        <div className="mt-4 max-w-full overflow-x-auto rounded-md border bg-sunken px-3.5 py-2.5 text-start text-ink-2 text-sm">
          {example}
        </div>
      )}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
