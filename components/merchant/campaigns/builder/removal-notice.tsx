"use client";

import { Undo2, X } from "lucide-react";
import { useEffect } from "react";
import { IconButton } from "@/components/ui/icon-button";

const SHOWN_MS = 12_000;

/** Offers to bring back what was just taken out. */
export function RemovalNotice({
  removed,
  onUndo,
  onDismiss,
}: {
  /** "condition"; null: nothing. */
  removed: string | null;
  onUndo: () => void;
  onDismiss: () => void;
}) {
  useEffect(() => {
    if (removed === null) return;
    const timer = setTimeout(onDismiss, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [removed, onDismiss]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-20 z-40 flex justify-center px-4 xl:bottom-6"
    >
      {removed !== null && (
        <div className="pointer-events-auto flex animate-rise items-center gap-3 rounded-md bg-ink py-1.5 ps-3.5 pe-1.5 text-paper shadow-float">
          <span>Removed the {removed}</span>
          <button
            type="button"
            onClick={onUndo}
            className="inline-flex h-7 items-center gap-1.5 rounded-sm px-2 font-medium underline underline-offset-2"
          >
            <Undo2 aria-hidden="true" className="size-4" />
            Undo
          </button>
          <IconButton
            size="sm"
            label="Dismiss"
            icon={<X />}
            className="text-paper! hover:bg-paper/15!"
            onClick={onDismiss}
          />
        </div>
      )}
    </div>
  );
}
