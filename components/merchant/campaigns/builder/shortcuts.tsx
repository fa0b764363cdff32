"use client";

import { useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Switch } from "@/components/ui/switch";

const SHORTCUTS: { keys: string[]; does: string }[] = [
  { keys: ["/"], does: "Add a condition" },
  { keys: ["E"], does: "Add an effect" },
  { keys: ["L"], does: "Add a limit" },
  { keys: ["Esc"], does: "Leave the field that you are in, for these keys to work" },
  { keys: ["Alt ↑", "Alt ↓"], does: "Move the rule that you are in" },
  { keys: ["Shift Alt ↓"], does: "Duplicate it" },
  { keys: ["Shift Alt Delete"], does: "Remove it" },
  { keys: ["Ctrl Z"], does: "Undo" },
  { keys: ["Ctrl Shift Z"], does: "Redo" },
  { keys: ["Ctrl Enter"], does: "Launch, or submit for review" },
  { keys: ["?"], does: "Show these keys" },
];

/** Where the browser keeps that single letters are off. */
const LETTERS_OFF = "tessera.builder.letters-off";

const isTyping = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys that work anywhere on the page, and the list of all of them. */
export function Shortcuts({
  undo,
  redo,
  hasRemoval,
}: {
  undo: () => void;
  redo: () => void;
  /** Whether undoing brings back a rule, wherever somebody types. */
  hasRemoval: boolean;
}) {
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
      if (event.key === "Escape") {
        // Tab goes on from where the field is.
        if (isTyping(event.target)) event.target.blur();
      } else if (isCommand && event.key === "Enter") {
        press("submit", event);
      } else if (isCommand && event.key.toLowerCase() === "z" && (hasRemoval || !isTyping(event.target))) {
        event.preventDefault();
        if (event.shiftKey) redo();
        else undo();
      } else if (!isCommand && !event.altKey && !isTyping(event.target) && mayUseLetters()) {
        if (event.key === "?") {
          event.preventDefault();
          setOpen(true);
        } else press(event.key, event);
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [undo, redo, hasRemoval]);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="mt-6 inline-flex min-h-8 items-center gap-2 rounded-md px-2 text-ink-3 text-sm hover:text-ink max-md:hidden"
      >
        <Kbd>?</Kbd>
        Keys
      </button>
      <Dialog open={isOpen} onOpenChange={setOpen} title="Keys of the builder">
        <KeyList />
      </Dialog>
    </>
  );
}

function KeyList() {
  const [isOn, setOn] = useState(mayUseLetters);
  return (
    <>
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
      <div className="mt-3 border-t pt-3">
        <Switch
          label="Single letters and signs"
          hint="They work outside of text fields. On a Mac, ⌘ stands for Ctrl and ⌥ for Alt."
          checked={isOn}
          onChange={(event) => {
            const next = event.target.checked;
            setOn(next);
            localStorage.setItem(LETTERS_OFF, next ? "" : "yes");
          }}
        />
      </div>
    </>
  );
}

function mayUseLetters(): boolean {
  return !localStorage.getItem(LETTERS_OFF);
}

/** Presses the button that this key stands for, where there is one. */
function press(key: string, event: KeyboardEvent): void {
  const button = document.querySelector<HTMLButtonElement>(`button[data-shortcut="${CSS.escape(key)}"]`);
  if (button === null || button.matches(":disabled, :disabled *")) return;
  event.preventDefault();
  button.click();
}
