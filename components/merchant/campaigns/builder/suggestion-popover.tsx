"use client";

import { Popover as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { type ListedOption, OptionList, type OptionListState } from "./option-list";

/** Options below a text field, floating over what follows; the field keeps the focus. */
export function SuggestionPopover<T extends ListedOption>({
  isOpen,
  onClose,
  label,
  list,
  children,
}: {
  isOpen: boolean;
  onClose: () => void;
  label: string;
  list: OptionListState<T>;
  /** The field. */
  children: ReactNode;
}) {
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Anchor asChild>{children}</Radix.Anchor>
      <Radix.Portal>
        <Radix.Content
          // The listbox inside is what assistive technology knows it by.
          role="presentation"
          align="start"
          sideOffset={6}
          collisionPadding={12}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          // Leaving the field closes it; pressing into the field does not.
          onInteractOutside={(event) => event.preventDefault()}
          className="z-50 max-h-[min(18rem,var(--radix-popover-content-available-height))] w-64 max-w-[calc(100vw-1.5rem)] animate-rise overflow-y-auto rounded-lg border bg-surface shadow-float"
        >
          <OptionList list={list} label={label} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
