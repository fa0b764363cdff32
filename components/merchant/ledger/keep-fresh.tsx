"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reads the page anew every few seconds, while it is looked at. */
export function KeepFresh({ everyMilliseconds }: { everyMilliseconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, everyMilliseconds);
    return () => clearInterval(timer);
  }, [router, everyMilliseconds]);
  return null;
}
