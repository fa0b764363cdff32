import { useRef } from "react";

/**
 * Gives the focus back to what opened a dialog, where the dialog has no trigger of its own: the button that had it, or
 * the one whose menu it was. Pass what it returns to the dialog's content.
 */
export function useOpener(isWanted: boolean): {
  onOpenAutoFocus: () => void;
  onCloseAutoFocus: (event: Event) => void;
} {
  const opener = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus: () => {
      const { activeElement } = document;
      const menu = activeElement?.closest("[role=menu]")?.getAttribute("aria-labelledby");
      const source = menu ? document.getElementById(menu) : activeElement;
      opener.current = source instanceof HTMLElement ? source : null;
    },
    onCloseAutoFocus: (event) => {
      if (!isWanted) return;
      event.preventDefault();
      opener.current?.focus();
    },
  };
}
