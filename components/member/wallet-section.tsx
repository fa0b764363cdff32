import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/** A titled part of a wallet page, with an optional link or state beside the title. */
export function WalletSection({
  title,
  aside,
  className,
  children,
}: {
  title: string;
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className={classNames("min-w-0", className)}>
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="text-lg">{title}</h2>
        {aside && (
          <div className="shrink-0 text-base text-ink-2 touch:[&_a]:-my-3 touch:[&_a]:inline-block touch:[&_a]:py-3">
            {aside}
          </div>
        )}
      </div>
      {children}
    </section>
  );
}
