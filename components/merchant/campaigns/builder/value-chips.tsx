"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { type LookUpSubject, readTyped, useIsUnseen, useLabelOf, useSuggestions } from "./look-ups";
import { useOptionList } from "./option-list";
import { useControl } from "./place";
import { SuggestionPopover } from "./suggestion-popover";

/** As many values of a field are looked up one by one. */
const MAX_LOOKED_UP = 20;

/**
 * A list of texts as chips: Enter adds the first of what fits what is typed, a comma the text itself, Backspace in the
 * empty field takes the last.
 */
export function ValueChips({
  label,
  values,
  onChange,
  subject,
  placeholder = "Add…",
  name,
}: {
  label: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
  /** What values are looked up by; absent: free text alone. */
  subject?: LookUpSubject | undefined;
  placeholder?: string;
  name?: string;
}) {
  const control = useControl(name);
  const labelOf = useLabelOf(subject);
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const options = useSuggestions(subject, typed, isOpen)
    .filter(({ value }) => !values.includes(value))
    .map((option) => ({ ...option, key: option.value }));
  const list = useOptionList(options, { onTake: ({ value }) => add([value]), isLazy: typed.trim() === "" });

  function add(texts: string[]) {
    const fresh = texts
      .map((part) => readTyped(options, part))
      .filter((part) => part !== "" && !values.includes(part));
    setTyped("");
    list.reset();
    if (fresh.length > 0) onChange([...values, ...new Set(fresh)]);
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Escape" && isOpen && options.length > 0) {
      event.stopPropagation();
      setOpen(false);
    } else if (list.press(event)) {
      setOpen(true);
    } else if (event.key === "Enter" || event.key === ",") {
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      add(typed.split(","));
    } else if (event.key === "Backspace" && typed === "" && values.length > 0) onChange(values.slice(0, -1));
  }

  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-1">
      {values.map((value) => (
        <ValueChip
          key={value}
          label={labelOf(value)}
          value={value}
          // Looking up each of a long list would cost more than it tells.
          subject={values.length <= MAX_LOOKED_UP ? subject : undefined}
          onRemove={() => onChange(values.filter((other) => other !== value))}
        />
      ))}
      <SuggestionPopover
        isOpen={isOpen && options.length > 0}
        onClose={() => setOpen(false)}
        label={label}
        list={list}
      >
        <input
          {...control}
          {...(subject && { ...list.fieldProps, "aria-expanded": isOpen && options.length > 0 })}
          aria-label={label}
          value={typed}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          onFocus={() => setOpen(true)}
          onClick={() => setOpen(true)}
          onChange={(event) => {
            setOpen(true);
            list.reset();
            if (event.target.value.includes(",")) add(event.target.value.split(","));
            else setTyped(event.target.value);
          }}
          onKeyDown={press}
          onBlur={() => {
            setOpen(false);
            add(typed.split(","));
          }}
          className={classNames(
            "field-sizing-content h-7 in-disabled:hidden min-w-16 max-w-full rounded-sm border border-line-strong border-dashed bg-transparent px-2 text-base",
            "aria-invalid:border-bad",
          )}
        />
      </SuggestionPopover>
    </span>
  );
}

function ValueChip({
  label,
  value,
  subject,
  onRemove,
}: {
  label: string;
  value: string;
  subject: LookUpSubject | undefined;
  onRemove: () => void;
}) {
  const isUnseen = useIsUnseen(subject, value);
  return (
    <span
      data-word
      className="inline-flex h-7 max-w-full items-center rounded-sm bg-accent-soft ps-2 in-disabled:pe-2 font-medium text-accent-ink text-base"
    >
      <span className="truncate">{label}</span>
      {isUnseen && (
        <span
          title="Nothing that came in of late had it. Check the spelling, or leave it for what is still to come."
          className="ms-1.5 whitespace-nowrap font-normal text-sm"
        >
          not seen yet
        </span>
      )}
      <button
        type="button"
        aria-label={`Remove ${label}`}
        onClick={onRemove}
        className="inline-flex size-6 in-disabled:hidden items-center justify-center rounded-sm hover:bg-accent/15"
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </span>
  );
}
