"use client";

import type { LucideIcon } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { classNames } from "@/components/ui/class-names";

export type ListedOption = {
  key: string;
  label: string;
  note?: string | undefined;
  icon?: LucideIcon | undefined;
  /** Options of one group stand under its name. */
  group?: string | undefined;
};

/**
 * A list of options below a text field that keeps the focus: arrows move, Enter takes.
 * @param isLazy nothing is chosen until an arrow is pressed
 */
export function useOptionList<T extends ListedOption>(
  options: readonly T[],
  { onTake, isLazy = false }: { onTake: (option: T) => void; isLazy?: boolean },
) {
  const id = useId();
  const [moved, setActive] = useState<number | null>(null);
  const at = Math.min(moved ?? (isLazy ? -1 : 0), options.length - 1);
  const current = options[at];
  return {
    id,
    options,
    current,
    setActive,
    onTake,
    reset: () => setActive(null),
    /** @returns whether the key was one of the list's */
    press: (event: KeyboardEvent): boolean => {
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step !== 0 && options.length > 0) {
        event.preventDefault();
        const next = at < 0 ? (step > 0 ? 0 : options.length - 1) : at + step;
        const wrapped = (next + options.length) % options.length;
        setActive(wrapped);
        document.getElementById(`${id}-${wrapped}`)?.scrollIntoView({ block: "nearest" });
        return true;
      }
      if (event.key === "Enter" && current) {
        event.preventDefault();
        onTake(current);
        return true;
      }
      return false;
    },
    /** For the text field. */
    fieldProps: {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": id,
      "aria-activedescendant": current ? `${id}-${at}` : undefined,
    } as const,
  };
}

export type OptionListState<T extends ListedOption> = ReturnType<typeof useOptionList<T>>;

export function OptionList<T extends ListedOption>({
  list,
  label,
}: {
  list: OptionListState<T>;
  label: string;
}) {
  const groups = new Map<string, { option: T; index: number }[]>();
  list.options.forEach((option, index) => {
    const group = groups.get(option.group ?? "") ?? [];
    groups.set(option.group ?? "", [...group, { option, index }]);
  });
  return (
    <div id={list.id} role="listbox" aria-label={label} className="p-1">
      {[...groups].map(([group, entries]) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options this way
        <div key={group} role="group" aria-label={group || label}>
          {group !== "" && (
            <p aria-hidden="true" className="px-2 pt-2 pb-1 text-ink-3 text-xs">
              {group}
            </p>
          )}
          {entries.map(({ option, index }) => (
            <Option
              key={option.key}
              id={`${list.id}-${index}`}
              option={option}
              isActive={option === list.current}
              onPoint={() => list.setActive(index)}
              onTake={() => list.onTake(option)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

function Option({
  id,
  option: { icon: Icon, label, note },
  isActive,
  onPoint,
  onTake,
}: {
  id: string;
  option: ListedOption;
  isActive: boolean;
  onPoint: () => void;
  onTake: () => void;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the text field handles the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onPointerMove={onPoint}
      // The text field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
      className={classNames(
        "flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1 text-base",
        isActive && "bg-hover",
      )}
    >
      {Icon && <Icon aria-hidden="true" className="size-4 text-ink-3" />}
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {note && <span className="max-w-[55%] truncate text-ink-3 text-xs">{note}</span>}
    </div>
  );
}
