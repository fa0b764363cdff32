"use client";

import { Send } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Consequences } from "./consequences";
import type { Proposal } from "./proposal";

/** Asks a second person to launch the draft. */
export function SubmitButton({
  proposal,
  onSubmit,
}: {
  proposal: Proposal;
  /** @throws Error with a sentence when that fails */
  onSubmit: () => Promise<void>;
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
      title="Submit for review?"
      description="A second person reads it and launches it, or sends it back with a comment. Until then it stays as it is now."
      confirmLabel="Submit"
      confirmVariant="accent"
      onConfirm={onSubmit}
    >
      <Consequences proposal={proposal} />
    </ConfirmDialog>
  );
}
