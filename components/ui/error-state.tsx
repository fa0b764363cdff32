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
        <WarningSign />
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

/** Drawn here, because every page loads its error page along with it, and the icons' library is larger than all of that. */
function WarningSign() {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="size-5"
    >
      <path d="M10.3 4 2.3 18a2 2 0 0 0 1.7 3h16a2 2 0 0 0 1.7-3l-8-14a2 2 0 0 0-3.4 0ZM12 9v4M12 17h.01" />
    </svg>
  );
}
