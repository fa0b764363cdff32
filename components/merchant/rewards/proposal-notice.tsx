"use client";

import { Handshake } from "lucide-react";
import { FormDialog, textOf } from "@/components/merchant/form-dialog";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import type { ProposalDto } from "@/lib/rewards/schema";
import type { ReturnProposal } from "./server-actions";

/** Who drew a reward up, and what there is to be decided about it. */
export function ProposalNotice({
  id,
  proposal: { by, state, note },
  sendBack,
}: {
  /** TypeID of the reward. */
  id: string;
  proposal: ProposalDto;
  /** Absent for those who may look at it only. */
  sendBack?: ReturnProposal;
}) {
  if (state === "decided") return <Notice tone="info">Proposed by {by.name}.</Notice>;
  if (state !== "waiting") {
    return (
      <Notice tone="info" icon={<Handshake aria-hidden="true" />}>
        {by.name} is at work on this proposal and sends it to you when it is done.
        {note !== null && <span className="mt-1 block">You sent it back: “{note}”</span>}
      </Notice>
    );
  }
  return (
    <Notice tone="info" icon={<Handshake aria-hidden="true" />}>
      <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span>
          <span className="font-medium">Proposed by {by.name}.</span> Say what it costs members and publish
          it, or send it back.
        </span>
        {sendBack && <SendBackDialog id={id} company={by.name} sendBack={sendBack} />}
      </span>
    </Notice>
  );
}

function SendBackDialog({
  id,
  company,
  sendBack,
}: {
  id: string;
  company: string;
  sendBack: ReturnProposal;
}) {
  const { program } = usePortal();
  return (
    <FormDialog
      trigger={<Button size="sm">Send back</Button>}
      title={`Send it back to ${company}`}
      description="They read this by mail and in their portal, and can send the reward again."
      submitLabel="Send back"
      submit={(form) => sendBack({ program: program.slug, id, note: textOf(form, "note") })}
      done={() => `Sent back to ${company}`}
    >
      {(errorOf) => (
        <Field label="What should be changed" required error={errorOf("/note")}>
          <Textarea name="note" rows={4} maxLength={500} />
        </Field>
      )}
    </FormDialog>
  );
}
