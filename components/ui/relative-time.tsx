"use client";

import { useEffect, useState } from "react";
import { type Formats, formatRelative, formatTime } from "./format";

/** "3 minutes ago", kept current. The server renders the exact time, so that both sides agree. */
export function RelativeTime({
  at,
  formats,
  className,
}: {
  at: Date | string;
  formats: Pick<Formats, "locale" | "timeZone">;
  className?: string;
}) {
  const [now, setNow] = useState<Date | null>(null);

  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);

  const exact = formatTime(at, "dateTime", formats);
  return (
    <time dateTime={new Date(at).toISOString()} title={`${exact} ${formats.timeZone}`} className={className}>
      {now ? formatRelative(at, now, formats.locale) : exact}
    </time>
  );
}
