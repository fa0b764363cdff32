"use client";

import { useCallback, useSyncExternalStore } from "react";
import { THEME_COOKIE, type Theme, themeOf } from "./theme";

const CHANGED = "tessera:theme";
const YEAR_SECONDS = 31_536_000;

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  return () => window.removeEventListener(CHANGED, onChange);
}

function read(): Theme {
  return themeOf(document.documentElement.dataset.theme);
}

/** The chosen theme and its setter. The choice is on <html data-theme> and in a cookie. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, read, () => "system" as const);
  const choose = useCallback((next: Theme) => {
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${THEME_COOKIE}=${next}; path=/; samesite=lax; max-age=${next === "system" ? 0 : YEAR_SECONDS}`;
    window.dispatchEvent(new Event(CHANGED));
  }, []);
  return [theme, choose];
}
