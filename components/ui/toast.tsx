"use client";

import { CircleAlert, CircleCheck, X } from "lucide-react";
import { Direction, Toast as Radix } from "radix-ui";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { classNames } from "./class-names";
import { IconButton } from "./icon-button";
import { useInterfaceWords } from "./interface-words";

type Notice = { id: number; tone: "good" | "bad"; title: string; detail?: string; action?: ReactNode };

type Toaster = {
  /** Says that something worked. */
  success(title: string, detail?: string): void;
  /** Says that something failed; stays until dismissed. Include what was kept and what to do. */
  failure(title: string, detail?: string): void;
};

const ToasterContext = createContext<Toaster | null>(null);

/** The toasts of this page. Needs the ToastProvider that the root layout puts around everything. */
export function useToast(): Toaster {
  const toaster = useContext(ToasterContext);
  if (!toaster) throw new Error("useToast needs a ToastProvider above it");
  return toaster;
}

/** Holds and shows toasts; the viewport is reachable with F8. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const words = useInterfaceWords();
  const direction = Direction.useDirection();
  const [notices, setNotices] = useState<Notice[]>([]);

  const push = useCallback((notice: Omit<Notice, "id">) => {
    setNotices((current) => [...current.slice(-3), { ...notice, id: (current.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const toaster = useMemo<Toaster>(
    () => ({
      success: (title, detail) => push({ tone: "good", title, detail }),
      failure: (title, detail) => push({ tone: "bad", title, detail }),
    }),
    [push],
  );

  return (
    <ToasterContext value={toaster}>
      <Radix.Provider swipeDirection={direction === "rtl" ? "left" : "right"} label={words.notifications}>
        {children}
        {notices.map((notice) => (
          <Radix.Root
            key={notice.id}
            duration={notice.tone === "bad" ? Number.POSITIVE_INFINITY : 5000}
            onOpenChange={(open) => {
              if (!open) setNotices((current) => current.filter((other) => other.id !== notice.id));
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
        <Radix.Viewport
          className={classNames(
            "fixed end-0 bottom-0 z-[60] flex w-96 max-w-full flex-col gap-2 p-4 outline-none",
          )}
        />
      </Radix.Provider>
    </ToasterContext>
  );
}
