"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Direction } from "radix-ui";
import { type ReactNode, useState } from "react";
import { type InterfaceWords, InterfaceWordsProvider } from "@/components/ui/interface-words";
import { ToastProvider } from "@/components/ui/toast";
import { ApiError } from "./api-client";

const ATTEMPTS = 2;

/** What every page has around it: the direction and the words of its primitives, the query cache and the toasts. */
export function Providers({
  direction,
  words,
  children,
}: {
  direction: "ltr" | "rtl";
  words: InterfaceWords;
  children: ReactNode;
}) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            staleTime: 10_000,
            // A refusal stays a refusal; only what may pass by itself is tried again.
            retry: (failures, error) =>
              failures < ATTEMPTS && !(error instanceof ApiError && error.status < 500),
          },
        },
      }),
  );
  return (
    <Direction.Provider dir={direction}>
      <InterfaceWordsProvider words={words}>
        <QueryClientProvider client={client}>
          <ToastProvider>{children}</ToastProvider>
        </QueryClientProvider>
      </InterfaceWordsProvider>
    </Direction.Provider>
  );
}
