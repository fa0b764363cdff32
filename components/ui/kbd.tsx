import type { ReactNode } from "react";

/** A key or chord: <Kbd>Ctrl K</Kbd>. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex items-center rounded-sm border bg-sunken px-1.5 py-px font-mono text-ink-3 text-xs">
      {children}
    </kbd>
  );
}
