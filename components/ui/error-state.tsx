import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** Says what happened, what was kept, and what to do. `reference` is the request id or digest to quote. */
export function ErrorState({
  title,
  children,
  action,
  reference,
  referenceLabel = "Reference",
  className,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  reference?: string;
  referenceLabel?: string;
  className?: string;
}) {
  return (
    <div role="alert" className={classNames("flex flex-col items-center px-6 py-16 text-center", className)}>
      <span className="flex size-11 items-center justify-center rounded-lg bg-bad-soft text-bad-ink">
        <TriangleAlert aria-hidden="true" className="size-5" />
      </span>
      <h1 className="mt-4 text-lg">{title}</h1>
      {children && <div className="mt-1.5 max-w-md text-pretty text-base text-ink-2">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
      {reference && (
        <p className="mt-5 text-ink-3 text-xs">
          {referenceLabel} <code className="font-mono">{reference}</code>
        </p>
      )}
    </div>
  );
}
