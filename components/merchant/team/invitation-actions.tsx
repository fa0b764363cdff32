"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { InvitationDto, IssuedInvitation } from "@/lib/identity/schema";
import { IssuedDialog } from "./issued-dialog";

/** Sends an open invitation again, with a new link, or ends it. */
export function InvitationActions({
  program,
  invitation,
  renew,
  revoke,
}: {
  program: string;
  invitation: InvitationDto;
  renew: (input: { program: string; invitationId: string }) => Promise<ActionResult<IssuedInvitation>>;
  revoke: (input: { program: string; invitationId: string }) => Promise<ActionResult<{ revoked: true }>>;
}) {
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  const [issued, setIssued] = useState<IssuedInvitation | null>(null);
  const { invitationId, email } = invitation;

  function makeLink() {
    start(async () => {
      const result = await renew({ program, invitationId });
      if (!result.ok) {
        toast.failure("It was not sent again", result.error.message);
        return;
      }
      setIssued(result.data);
      router.refresh();
    });
  }

  async function confirmRevocation() {
    const result = await revoke({ program, invitationId });
    if (!result.ok) throw new Error(result.error.message);
    toast.success(`The invitation of ${email} is revoked`);
    router.refresh();
  }

  return (
    <span className="inline-flex flex-wrap justify-end gap-2">
      <Button size="sm" pending={pending} onClick={makeLink} aria-label={`Send again to ${email}`}>
        Send again
      </Button>
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="danger" aria-label={`Revoke the invitation of ${email}`}>
            Revoke
          </Button>
        }
        title="Revoke the invitation?"
        description={`The link that ${email} may have stops working at once. You can invite them again.`}
        confirmLabel="Revoke invitation"
        confirmVariant="danger"
        onConfirm={confirmRevocation}
      />
      <IssuedDialog issued={issued} onClose={() => setIssued(null)} />
    </span>
  );
}
