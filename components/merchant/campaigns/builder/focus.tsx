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
/** A rule's own controls come before the tools of its row. */
const CONTROL = `:is(${FOCUSABLE}):not([data-tool] *, [data-word] *, :disabled)`;

const elementAt = (pointer: string) =>
  document.querySelector<HTMLElement>(`[data-at="${CSS.escape(pointer)}"]`);

function moveFocus(pointer: string): void {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    // An empty list is begun with its button.
    const found = elementAt(at) ?? elementAt(`${at}/add`);
    if (found === null) continue;
    const target = found.matches(FOCUSABLE)
      ? found
      : // What is left to fill in comes before what has a value to begin with.
        (found.querySelector<HTMLElement>(`${CONTROL}[aria-invalid=true]`) ??
        found.querySelector<HTMLElement>(CONTROL) ??
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

/**
 * Begins the work on a page that has just been opened at what is left to fill in first. Nobody is taken away from where
 * they have gone already, and where a finger would bring up a keyboard on screen, nothing happens.
 * @param pointer undefined where nothing is left, or nothing may be changed
 */
export function useBeginningAt(pointer: string | undefined): void {
  const { focusAt } = useFocusRequest();
  const [first] = useState(pointer);
  useEffect(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (first === undefined || !isFree || matchMedia("(pointer: coarse)").matches) return;
    focusAt(first);
  }, [first, focusAt]);
}
