"use client";

import { Undo2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

/** Gives what is in review back to those who write it; who asked for the review takes it back. */
export function SendBackButton({
  isOwn,
  onSendBack,
}: {
  /** Whether the reader asked for the review. */
  isOwn: boolean;
  /** @throws Error with a sentence when that fails */
  onSendBack: (comment: string) => Promise<void>;
}) {
  const [comment, setComment] = useState("");
  const words = isOwn ? "Take back" : "Send back";
  return (
    <ConfirmDialog
      trigger={
        <Button>
          <Undo2 aria-hidden="true" />
          {words}
        </Button>
      }
      title={isOwn ? "Take it back?" : "Send it back?"}
      description={
        isOwn
          ? "It is a draft again that you can change. Submit it anew when it is ready."
          : "It is a draft again that its authors can change. What runs goes on."
      }
      confirmLabel={words}
      onConfirm={() => onSendBack(comment)}
    >
      {!isOwn && (
        <Field label="Comment" optional hint="The authors read it on the campaign's page.">
          <Textarea value={comment} maxLength={1_000} onChange={(event) => setComment(event.target.value)} />
        </Field>
      )}
    </ConfirmDialog>
  );
}
