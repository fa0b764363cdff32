"use client";

import { useEffect } from "react";

/** Browsers without a word for idleness: by then the page stands. */
const STANDS_AFTER_MS = 1_000;

/**
 * Fetches code that the page needs only once something is pressed, as soon as the page has nothing else to do: so it is
 * there at once when it is needed, with or without a connection, and nothing that is seen first waits for it.
 * @param load made outside the component, with `import()`
 */
export function useLoadLater(load: () => Promise<unknown>): void {
  useEffect(() => {
    // Whoever needs it tries again.
    const fetchIt = () => void load().catch(() => undefined);
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(fetchIt, STANDS_AFTER_MS);
      return () => clearTimeout(timer);
    }
    const request = requestIdleCallback(fetchIt);
    return () => cancelIdleCallback(request);
  }, [load]);
}
