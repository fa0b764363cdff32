"use client";

import {
  type ComponentType,
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useMemo,
  useState,
} from "react";
import { useLoadLater } from "./load-later";
import type { ToastNotice, ToastShelfProps } from "./toast-shelf";

type Toaster = {
  /** Says that something worked. */
  success(title: string, detail?: string): void;
  /** Says that something failed; stays until dismissed. Include what was kept and what to do. */
  failure(title: string, detail?: string): void;
};

const ToasterContext = createContext<Toaster | null>(null);

const loadShelf = () => import("./toast-shelf").then(({ ToastShelf }) => ({ default: ToastShelf }));
/** A page that lost its connection before it had the shelf goes on without: nothing is worth breaking it for. */
const ToastShelf = lazy<ComponentType<ToastShelfProps>>(() =>
  loadShelf().catch(() => ({ default: () => null })),
);

/** The toasts of this page. Needs the ToastProvider that the root layout puts around everything. */
export function useToast(): Toaster {
  const toaster = useContext(ToasterContext);
  if (!toaster) throw new Error("useToast needs a ToastProvider above it");
  return toaster;
}

/** Holds the toasts, and shows them from the first one on: most pages never say anything. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [notices, setNotices] = useState<ToastNotice[]>([]);
  const [isUsed, setUsed] = useState(false);
  useLoadLater(loadShelf);

  const push = useCallback((notice: Omit<ToastNotice, "id">) => {
    setUsed(true);
    setNotices((current) => [...current.slice(-3), { ...notice, id: (current.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const dismiss = useCallback((id: number) => {
    setNotices((current) => current.filter((other) => other.id !== id));
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
      {children}
      {isUsed && (
        <Suspense fallback={null}>
          <ToastShelf notices={notices} onDismiss={dismiss} />
        </Suspense>
      )}
    </ToasterContext>
  );
}
