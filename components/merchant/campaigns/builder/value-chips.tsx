"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, useState } from "react";

/** A list of texts as chips: Enter or a comma adds what is typed, Backspace in the empty field takes the last. */
export function ValueChips({
  label,
  values,
  onChange,
  placeholder = "Add…",
}: {
  label: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
  placeholder?: string;
}) {
  const [typed, setTyped] = useState("");

  function add(text: string) {
    const fresh = text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "" && !values.includes(part));
    setTyped("");
    if (fresh.length > 0) onChange([...values, ...new Set(fresh)]);
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Enter" || event.key === ",") {
      event.preventDefault();
      add(typed);
    } else if (event.key === "Backspace" && typed === "" && values.length > 0) onChange(values.slice(0, -1));
  }

  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-1">
      {values.map((value) => (
        <span
          key={value}
          className="inline-flex h-7 max-w-full items-center rounded-sm bg-accent-soft ps-2 in-disabled:pe-2 font-medium text-accent-ink text-base"
        >
          <span className="truncate">{value}</span>
          <button
            type="button"
            aria-label={`Remove ${value}`}
            onClick={() => onChange(values.filter((other) => other !== value))}
            className="inline-flex size-6 in-disabled:hidden items-center justify-center rounded-sm hover:bg-accent/15"
          >
            <X aria-hidden="true" className="size-3.5" />
          </button>
        </span>
      ))}
      <input
        aria-label={label}
        value={typed}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) =>
          event.target.value.endsWith(",") ? add(event.target.value) : setTyped(event.target.value)
        }
        onKeyDown={press}
        onBlur={() => add(typed)}
        className="field-sizing-content h-7 in-disabled:hidden min-w-16 max-w-full rounded-sm border border-line-strong border-dashed bg-transparent px-2 text-base"
      />
    </span>
  );
}
