"use client";

import { type ReactNode, useState } from "react";
import { FormDialog, textOf } from "@/components/merchant/form-dialog";
import { IssuedDialog } from "@/components/merchant/team/issued-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/actions";
import type { IssuedInvitation } from "@/lib/identity/schema";

/** Invites somebody of a partner, then shows the link. */
export function InvitePersonDialog({
  program,
  partnerId,
  company,
  invite,
  trigger,
}: {
  program: string;
  partnerId: string;
  company: string;
  invite: (input: {
    program: string;
    partnerId: string;
    email: string;
  }) => Promise<ActionResult<IssuedInvitation>>;
  trigger: ReactNode;
}) {
  const [issued, setIssued] = useState<IssuedInvitation | null>(null);
  return (
    <>
      <FormDialog
        trigger={trigger}
        title={`Invite somebody of ${company}`}
        description="They see what is the company’s own, as all of its people do."
        submitLabel="Invite"
        submit={(form) => invite({ program, partnerId, email: textOf(form, "email") })}
        done={(invitation) => {
          setIssued(invitation);
          return "Invited";
        }}
      >
        {(errorOf) => (
          <Field label="E-mail" required error={errorOf("/email")}>
            <Input name="email" type="email" inputMode="email" autoComplete="off" autoCapitalize="none" />
          </Field>
        )}
      </FormDialog>
      <IssuedDialog issued={issued} onClose={() => setIssued(null)} />
    </>
  );
}
