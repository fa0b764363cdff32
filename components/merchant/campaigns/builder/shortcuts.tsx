"use client";

import { useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

const SHORTCUTS: { keys: string[]; does: string }[] = [
  { keys: ["/"], does: "Add a condition" },
  { keys: ["E"], does: "Add an effect" },
  { keys: ["L"], does: "Add a limit" },
  { keys: ["Alt ↑", "Alt ↓"], does: "Move the rule that you are in" },
  { keys: ["Shift Alt ↓"], does: "Duplicate it" },
  { keys: ["Alt Delete"], does: "Remove it" },
  { keys: ["Ctrl Z"], does: "Undo" },
  { keys: ["Ctrl Shift Z"], does: "Redo" },
  { keys: ["Ctrl Enter"], does: "Launch, or submit for review" },
  { keys: ["?"], does: "Show these keys" },
];

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys that work anywhere on the page, and the list of all of them on "?". */
export function Shortcuts({ undo, redo }: { undo: () => void; redo: () => void }) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // A dialog or a menu has the keys to itself.
      if (
        event.defaultPrevented ||
        document.querySelector("[role=dialog], [role=alertdialog], [role=menu]")
      ) {
        return;
      }
      const isCommand = event.ctrlKey || event.metaKey;
      if (isCommand && event.key === "Enter") {
        press("submit", event);
      } else if (isCommand && event.key.toLowerCase() === "z" && !isTyping(event.target)) {
        event.preventDefault();
        if (event.shiftKey) redo();
        else undo();
      } else if (!isCommand && !event.altKey && !isTyping(event.target)) {
        if (event.key === "?") {
          event.preventDefault();
          setOpen(true);
        } else press(event.key, event);
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [undo, redo]);
  return (
    <Dialog open={isOpen} onOpenChange={setOpen} title="Keys of the builder">
      <dl className="divide-y">
        {SHORTCUTS.map(({ keys, does }) => (
          <div key={does} className="flex items-center justify-between gap-4 py-2">
            <dt>{does}</dt>
            <dd className="flex gap-1.5">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-ink-2 text-sm">
        On a Mac, ⌘ stands for Ctrl and ⌥ for Alt. Single letters work outside of text fields.
      </p>
    </Dialog>
  );
}

/** Presses the button that this key stands for, where there is one. */
function press(key: string, event: KeyboardEvent): void {
  const button = document.querySelector<HTMLButtonElement>(`button[data-shortcut="${CSS.escape(key)}"]`);
  if (button === null || button.matches(":disabled, :disabled *")) return;
  event.preventDefault();
  button.click();
}
