"use client";

import { useEffect } from "react";
import type { ActionResult } from "@/lib/actions";

/** Tells, once the messages are on the screen, that they have been seen. */
export function MarkMessagesRead({
  program,
  markRead,
}: {
  program: string;
  markRead: (input: { program: string; read: true }) => Promise<ActionResult<unknown>>;
}) {
  useEffect(() => {
    // Without a connection they stay new, and are marked the next time.
    void markRead({ program, read: true }).catch(() => undefined);
  }, [program, markRead]);
  return null;
}
