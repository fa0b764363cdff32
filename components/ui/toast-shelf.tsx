"use client";

import { CircleAlert, CircleCheck, X } from "lucide-react";
import { Direction, Toast as Radix } from "radix-ui";
import { IconButton } from "./icon-button";
import { useInterfaceWords } from "./interface-words";

export type ToastNotice = { id: number; tone: "good" | "bad"; title: string; detail?: string };

export type ToastShelfProps = {
  /** Oldest first. */
  notices: readonly ToastNotice[];
  onDismiss: (id: number) => void;
};

/** Where toasts lie; reachable with F8. */
export function ToastShelf({ notices, onDismiss }: ToastShelfProps) {
  const words = useInterfaceWords();
  const direction = Direction.useDirection();
  return (
    <Radix.Provider swipeDirection={direction === "rtl" ? "left" : "right"} label={words.notifications}>
      {notices.map((notice) => (
        <Radix.Root
          key={notice.id}
          duration={notice.tone === "bad" ? Number.POSITIVE_INFINITY : 5000}
          onOpenChange={(open) => {
            if (!open) onDismiss(notice.id);
          }}
          className="flex animate-rise items-start gap-3 rounded-lg border bg-surface p-3.5 shadow-float"
        >
          {notice.tone === "good" ? (
            <CircleCheck aria-hidden="true" className="mt-px size-4.5 text-good-ink" />
          ) : (
            <CircleAlert aria-hidden="true" className="mt-px size-4.5 text-bad-ink" />
          )}
          <div className="min-w-0 flex-1">
            <Radix.Title className="font-medium text-base">{notice.title}</Radix.Title>
            {notice.detail && (
              <Radix.Description className="mt-0.5 text-ink-2 text-sm">{notice.detail}</Radix.Description>
            )}
          </div>
          <Radix.Close asChild>
            <IconButton size="sm" label={words.dismiss} icon={<X />} className="-me-1.5 -mt-1" />
          </Radix.Close>
        </Radix.Root>
      ))}
      {/* On phones at the top: what is under the thumb, tabs and buttons, stays free. Empty, it catches no touch. */}
      <Radix.Viewport className="pointer-events-none fixed end-0 top-0 z-[60] flex w-full flex-col gap-2 p-4 pt-[max(1rem,env(safe-area-inset-top))] outline-none *:pointer-events-auto sm:top-auto sm:bottom-0 sm:w-96" />
    </Radix.Provider>
  );
}
