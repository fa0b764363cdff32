"use client";

import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { ACCENT_CONTROL } from "./controls";
import { type LookUpSubject, readTyped, useLabelOf, useSuggestions } from "./look-ups";
import { useOptionList } from "./option-list";
import { useControl } from "./place";
import { SuggestionPopover } from "./suggestion-popover";

/** One text as a word of the rule, with suggestions; other texts are possible. */
export function InlineCombobox({
  label,
  value,
  onChange,
  subject,
  placeholder = "value",
  name,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  subject: LookUpSubject | undefined;
  placeholder?: string;
  name?: string;
}) {
  const control = useControl(name);
  const labelOf = useLabelOf(subject);
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  // A field that has just been entered offers everything, whatever stands in it.
  const options = useSuggestions(subject, typed ?? "", isOpen).map((option) => ({
    ...option,
    key: option.value,
  }));
  const list = useOptionList(options, {
    isLazy: typed === null || typed.trim() === "",
    onTake: (option) => {
      onChange(option.value);
      setTyped(null);
      setOpen(false);
      list.reset();
    },
  });
  const isShown = isOpen && options.length > 0;
  return (
    <SuggestionPopover isOpen={isShown} onClose={() => setOpen(false)} label={label} list={list}>
      <input
        {...control}
        {...(subject && { ...list.fieldProps, "aria-expanded": isShown })}
        aria-label={label}
        value={typed ?? labelOf(value)}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onFocus={(event) => {
          // Whoever types takes the place of what stands there.
          event.target.select();
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          list.reset();
          onChange(subject === undefined ? event.target.value : readTyped(options, event.target.value));
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape" && isShown) {
            event.stopPropagation();
            setOpen(false);
          } else if (list.press(event)) setOpen(true);
        }}
        onBlur={() => {
          setOpen(false);
          setTyped(null);
        }}
        className={classNames(ACCENT_CONTROL, "min-w-16")}
      />
    </SuggestionPopover>
  );
}
