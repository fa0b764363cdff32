"use client";

import { Rocket } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatTime } from "@/components/ui/format";
import { usePortal } from "../../../portal-context";
import { type Proposal, startOf } from "./proposal";
import type { Asking } from "./use-asking";

/** Puts the draft into force, after showing what it says, whom it is for and what it may cost. */
export function LaunchButton({
  proposal,
  isApproval,
  asking,
  onLaunch,
  children,
}: {
  proposal: Proposal;
  /** Whether a second person says yes by launching. */
  isApproval: boolean;
  asking: Asking;
  /** @throws Error with a sentence when that fails */
  onLaunch: () => Promise<void>;
  /** What comes of it, shown with the question. */
  children: ReactNode;
}) {
  const { program } = usePortal();
  const isFirst = proposal.liveSentence === null;
  const words = isApproval ? "Approve and launch" : isFirst ? "Launch" : "Launch changes";
  const button = (
    <Button
      variant="accent"
      disabled={proposal.problemCount > 0}
      data-shortcut="submit"
      aria-keyshortcuts="Control+Enter"
    >
      <Rocket aria-hidden="true" />
      {words}
    </Button>
  );
  if (proposal.problemCount > 0) return button;
  const start = startOf(proposal, new Date());
  return (
    <ConfirmDialog
      trigger={button}
      open={asking.isOpen}
      onOpenChange={asking.setOpen}
      title={isFirst ? "Launch this campaign?" : "Launch these changes?"}
      description={
        isFirst
          ? `${start ? `It starts by itself on ${formatTime(start, "short", program)}` : "It applies to every event posted from now on, and to none before"}. This version can no longer be edited; you can pause or end the campaign at any time.`
          : "The new version replaces the one that is live, for every event posted from now on. What has been given stays."
      }
      confirmLabel="Launch"
      confirmVariant="accent"
      onConfirm={onLaunch}
    >
      {children}
    </ConfirmDialog>
  );
}
