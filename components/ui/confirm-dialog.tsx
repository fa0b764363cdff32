"use client";

import { AlertDialog } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Button, type ButtonVariant } from "./button";
import { useInterfaceWords } from "./interface-words";
import { useOpener } from "./use-opener";

/**
 * Asks before something that cannot be taken back. Say in `description` what will happen and to whom.
 * `onConfirm` may be asynchronous: the dialog stays, busy, until it settles; when it rejects, the sentence of
 * the error is shown and nothing closes.
 */
export function ConfirmDialog({
  trigger,
  open: controlledOpen,
  onOpenChange,
  title,
  description,
  confirmLabel,
  confirmVariant = "primary",
  cancelLabel,
  onConfirm,
  children,
}: {
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description: ReactNode;
  confirmLabel: ReactNode;
  confirmVariant?: ButtonVariant;
  cancelLabel?: ReactNode;
  onConfirm: () => void | Promise<void>;
  /** A preview of the consequences. */
  children?: ReactNode;
}) {
  const words = useInterfaceWords();
  const opener = useOpener(!trigger);
  const [ownOpen, setOwnOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const open = controlledOpen ?? ownOpen;

  function setOpen(next: boolean) {
    setFailure(null);
    setOwnOpen(next);
    onOpenChange?.(next);
  }

  async function confirm() {
    setPending(true);
    setFailure(null);
    try {
      await onConfirm();
      setOpen(false);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : words.notDone);
    } finally {
      setPending(false);
    }
  }

  return (
    <AlertDialog.Root open={open} onOpenChange={setOpen}>
      {trigger && <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 animate-fade bg-black/35" />
        <AlertDialog.Content
          className="fixed inset-x-4 top-[18dvh] z-50 mx-auto max-h-[76dvh] max-w-md animate-rise overflow-y-auto rounded-lg border bg-surface p-5 shadow-float"
          {...opener}
        >
          <AlertDialog.Title className="text-lg">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-1.5 text-ink-2 text-base">
            {description}
          </AlertDialog.Description>
          {children && <div className="mt-4">{children}</div>}
          {failure && (
            <p role="alert" className="mt-4 rounded-md bg-bad-soft px-3 py-2 text-bad-ink text-sm">
              {failure}
            </p>
          )}
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button disabled={pending}>{cancelLabel ?? words.cancel}</Button>
            </AlertDialog.Cancel>
            <Button variant={confirmVariant} pending={pending} onClick={confirm}>
              {confirmLabel}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
