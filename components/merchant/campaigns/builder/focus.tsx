"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

type FocusRequest = {
  /** Goes to the control that edits this part of the definition, or to the nearest part around it that is on screen. */
  focusAt: (pointer: string) => void;
  /** The same once what is being changed is on screen. */
  focusNext: (pointer: string) => void;
};

const FocusContext = createContext<FocusRequest | null>(null);

const FOCUSABLE = "input, select, textarea, button";

function moveFocus(pointer: string): void {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const found = document.querySelector<HTMLElement>(`[data-at="${CSS.escape(at)}"]`);
    if (found === null) continue;
    const target = found.matches(FOCUSABLE)
      ? found
      : // A rule's own controls come before the tools of its row.
        (found.querySelector<HTMLElement>(`:is(${FOCUSABLE}):not([data-tool] *, [data-word] *, :disabled)`) ??
        found);
    target.focus();
    target.scrollIntoView({ block: "nearest" });
    return;
  }
}

export function FocusProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState<{ pointer: string } | null>(null);
  useEffect(() => {
    if (wanted !== null) moveFocus(wanted.pointer);
  }, [wanted]);
  const request = useMemo<FocusRequest>(
    () => ({ focusAt: moveFocus, focusNext: (pointer) => setWanted({ pointer }) }),
    [],
  );
  return <FocusContext value={request}>{children}</FocusContext>;
}

export function useFocusRequest(): FocusRequest {
  const request = useContext(FocusContext);
  if (request === null) throw new Error("useFocusRequest needs a FocusProvider above it");
  return request;
}
