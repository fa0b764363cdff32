"use client";

import { useEffect } from "react";

/** By then the page stands. Idleness says less: a browser may be idle before it has painted anything. */
const STANDS_AFTER_MS = 1_000;

/**
 * Fetches code that the page needs only once something is pressed, a moment after the page is there: so it is at hand
 * when it is needed, with or without a connection, and nothing that is seen first waits for it.
 * @param load made outside the component, with `import()`
 */
export function useLoadLater(load: () => Promise<unknown>): void {
  useEffect(() => {
    // Whoever needs it tries again.
    const timer = setTimeout(() => void load().catch(() => undefined), STANDS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [load]);
}
