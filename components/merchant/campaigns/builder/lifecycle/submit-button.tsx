"use client";

import { Send } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { Proposal } from "./proposal";
import type { Asking } from "./use-asking";

/** Asks a second person to launch the draft. */
export function SubmitButton({
  proposal,
  asking,
  onSubmit,
  children,
}: {
  proposal: Proposal;
  asking: Asking;
  /** @throws Error with a sentence when that fails */
  onSubmit: () => Promise<void>;
  /** What comes of it, shown with the question. */
  children: ReactNode;
}) {
  const button = (
    <Button
      variant="accent"
      disabled={proposal.problemCount > 0}
      data-shortcut="submit"
      aria-keyshortcuts="Control+Enter"
    >
      <Send aria-hidden="true" />
      Submit for review
    </Button>
  );
  if (proposal.problemCount > 0) return button;
  return (
    <ConfirmDialog
      trigger={button}
      open={asking.isOpen}
      onOpenChange={asking.setOpen}
      title="Submit for review?"
      description="A second person reads it and launches it, or sends it back with a comment. Until then it stays as it is now."
      confirmLabel="Submit"
      confirmVariant="accent"
      onConfirm={onSubmit}
    >
      {children}
    </ConfirmDialog>
  );
}
