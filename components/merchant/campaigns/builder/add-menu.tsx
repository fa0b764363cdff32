"use client";

import { Plus, Search } from "lucide-react";
import { useRef, useState } from "react";
import { Popover } from "@/components/ui/popover";
import { ADD_BUTTON, ShortcutHint } from "./controls";
import { findChoices } from "./find-choices";
import { type ListedOption, OptionList, useOptionList } from "./option-list";
import { placeAttribute } from "./place";

export type AddChoice = ListedOption & {
  /** Further words that it is found by. */
  keywords?: string | undefined;
};

/** A button that adds one of many kinds of things, found by typing. */
export function AddMenu<T extends AddChoice>({
  label,
  placeholder,
  at,
  shortcut,
  choices,
  onAdd,
}: {
  /** "Condition" */
  label: string;
  placeholder: string;
  /** JSON pointer of the button, where the focus goes when nothing else is left. */
  at: string;
  /** The key that opens it, where there is one. */
  shortcut?: string;
  choices: readonly T[];
  onAdd: (choice: T) => void;
}) {
  const [open, setOpen] = useState(false);
  const hasAdded = useRef(false);
  return (
    <Popover
      label={`Add: ${label}`}
      open={open}
      onOpenChange={setOpen}
      className="flex w-88 flex-col overflow-hidden! p-0!"
      onCloseAutoFocus={(event) => {
        if (hasAdded.current) event.preventDefault();
        hasAdded.current = false;
      }}
      trigger={
        <button
          type="button"
          {...placeAttribute(at)}
          aria-keyshortcuts={shortcut}
          data-shortcut={shortcut}
          className={ADD_BUTTON}
        >
          <Plus aria-hidden="true" className="size-4" />
          {label}
          {shortcut && <ShortcutHint>{shortcut}</ShortcutHint>}
        </button>
      }
    >
      <Choices
        label={label}
        placeholder={placeholder}
        choices={choices}
        onTake={(choice) => {
          hasAdded.current = true;
          setOpen(false);
          onAdd(choice);
        }}
      />
    </Popover>
  );
}

/** Its list is there as long as the menu is. */
const EXPANDED = { "aria-expanded": true };

function Choices<T extends AddChoice>({
  label,
  placeholder,
  choices,
  onTake,
}: {
  label: string;
  placeholder: string;
  choices: readonly T[];
  onTake: (choice: T) => void;
}) {
  const [text, setText] = useState("");
  const found = findChoices(choices, text);
  const list = useOptionList(found, { onTake });
  return (
    <>
      <div className="flex shrink-0 items-center gap-2 border-b px-3">
        <Search aria-hidden="true" className="size-4 text-ink-3" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the menu was opened to type into it
          autoFocus
          {...list.fieldProps}
          {...EXPANDED}
          aria-label={placeholder}
          placeholder={placeholder}
          value={text}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value);
            list.reset();
          }}
          onKeyDown={list.press}
          className="h-10 min-w-0 flex-1 bg-transparent text-base outline-none"
        />
      </div>
      <div className="max-h-[min(26rem,60dvh)] min-h-0 overflow-y-auto">
        <OptionList list={list} label={label} />
        {found.length === 0 && (
          <p className="px-3 pt-1 pb-4 text-ink-2 text-sm">Nothing fits “{text}”. Try another word.</p>
        )}
      </div>
    </>
  );
}
