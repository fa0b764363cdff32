"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { keepCard } from "./kept-card";

/** After the page has what it needs. */
const KEEP_AFTER_MS = 1_500;

/**
 * Keeps the member's card for times without a connection, and forgets it where nobody is signed in any more.
 * Browsers without service workers, or on plain http, simply have no offline card.
 */
export function OfflineCard({ program }: { program: string }) {
  const pathname = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page may mean another session
  useEffect(() => {
    if (!("serviceWorker" in navigator) || !("caches" in window)) return;
    // Never from the browser's own cache: another version of it has to be seen.
    const settings = { scope: "/club/", updateViaCache: "none" } as const;
    void navigator.serviceWorker.register("/sw.js", settings).catch(() => undefined);
    const timer = setTimeout(() => void keepCard(program), KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [program, pathname]);

  return null;
}
