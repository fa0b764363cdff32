"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { IconButton } from "./icon-button";
import { useInterfaceWords } from "./interface-words";
import { useOpener } from "./use-opener";

export type DialogProps = {
  open?: boolean;
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The element that opens it; leave out when `open` is controlled. */
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the foot, the main one last. */
  footer?: ReactNode;
  children?: ReactNode;
};

const SHAPES = {
  center:
    "inset-x-4 top-[max(1rem,8dvh)] mx-auto max-h-[84dvh] w-auto max-w-lg rounded-lg border animate-rise",
  wide: "inset-x-4 top-[max(1rem,6dvh)] mx-auto max-h-[88dvh] w-auto max-w-3xl rounded-lg border animate-rise",
  end: "inset-y-0 end-0 w-full max-w-xl border-s animate-drawer rtl:animate-drawer-start",
  reach:
    "inset-x-0 bottom-0 max-h-[88dvh] rounded-t-xl border-t pb-[env(safe-area-inset-bottom)] animate-rise " +
    "sm:inset-x-4 sm:top-[max(1rem,8dvh)] sm:bottom-auto sm:mx-auto sm:max-h-[84dvh] sm:max-w-lg sm:rounded-lg sm:border",
  bottom: "inset-x-0 bottom-0 max-h-[88dvh] rounded-t-lg border-t animate-rise",
  start: "inset-y-0 start-0 w-72 max-w-[85vw] border-e animate-drawer-start rtl:animate-drawer",
} as const;

/**
 * A modal: a dialog in the middle (`center`, `wide`), a drawer at one side (`end`, `start`), a sheet (`bottom`), or
 * (`reach`) a sheet under the thumb on phones and a dialog in the middle where there is room.
 */
export function Dialog({
  trigger,
  title,
  description,
  footer,
  children,
  shape = "center",
  hideHeader = false,
  ...root
}: DialogProps & {
  shape?: keyof typeof SHAPES;
  /** Keeps title and description for assistive technology only and drops the padding. */
  hideHeader?: boolean;
}) {
  const words = useInterfaceWords();
  const opener = useOpener(!trigger);
  return (
    <Radix.Root {...root}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-black/35" />
        <Radix.Content
          className={classNames(
            "fixed z-50 flex flex-col bg-surface shadow-float focus:outline-none",
            SHAPES[shape],
          )}
          {...(description ? {} : { "aria-describedby": undefined })}
          {...opener}
        >
          <header
            className={classNames(
              hideHeader ? "sr-only" : "flex items-start justify-between gap-4 px-5 pt-4 pb-3",
            )}
          >
            <div className="min-w-0">
              <Radix.Title className="text-lg">{title}</Radix.Title>
              {description && (
                <Radix.Description className="mt-1 text-ink-2 text-sm">{description}</Radix.Description>
              )}
            </div>
            {!hideHeader && (
              <Radix.Close asChild>
                <IconButton label={words.close} icon={<X />} className="-me-2 -mt-1" />
              </Radix.Close>
            )}
          </header>
          <div className={classNames("min-h-0 flex-1 overflow-y-auto", !hideHeader && "px-5 pb-5")}>
            {children}
          </div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3.5">{footer}</footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Closes the surrounding Dialog when its child is pressed. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
