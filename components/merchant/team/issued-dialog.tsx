"use client";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import type { IssuedInvitation } from "@/lib/identity/schema";
import { InvitationLink, useInvitationLink } from "./invitation-link";

/** Shows the link of an invitation that was just made, until it is closed. */
export function IssuedDialog({ issued, onClose }: { issued: IssuedInvitation | null; onClose: () => void }) {
  const link = useInvitationLink(issued?.token ?? "");
  return (
    <Dialog
      open={issued !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={issued?.isMailed ? "The invitation is on its way" : "Send this link"}
      footer={
        <>
          <CopyButton value={link}>Copy link</CopyButton>
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      {issued && <InvitationLink issued={issued} />}
    </Dialog>
  );
}
