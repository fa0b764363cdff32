"use client";

import { Direction } from "radix-ui";
import type { ReactNode } from "react";
import { type InterfaceWords, InterfaceWordsProvider } from "@/components/ui/interface-words";
import { ToastProvider } from "@/components/ui/toast";

/** What every page has around it: the direction and the words of its primitives, and the toasts. */
export function Providers({
  direction,
  words,
  children,
}: {
  direction: "ltr" | "rtl";
  words: InterfaceWords;
  children: ReactNode;
}) {
  return (
    <Direction.Provider dir={direction}>
      <InterfaceWordsProvider words={words}>
        <ToastProvider>{children}</ToastProvider>
      </InterfaceWordsProvider>
    </Direction.Provider>
  );
}
