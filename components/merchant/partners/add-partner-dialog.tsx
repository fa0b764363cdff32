"use client";

import { type ReactNode, useState } from "react";
import { FormDialog, textOf } from "@/components/merchant/form-dialog";
import { IssuedDialog } from "@/components/merchant/team/issued-dialog";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/actions";
import type { IssuedInvitation } from "@/lib/identity/schema";
import { type NewPartner, PARTS, type Part } from "@/lib/partners/schema";
import { PART_WORDS } from "./partner-words";

/** Takes a company into the program, then shows the link for its person. */
export function AddPartnerDialog({
  program,
  add,
  trigger,
}: {
  program: string;
  add: (input: { program: string; partner: NewPartner }) => Promise<ActionResult<IssuedInvitation>>;
  trigger: ReactNode;
}) {
  const [chosen, setChosen] = useState<readonly Part[]>(["REWARD_PARTNER"]);
  const [issued, setIssued] = useState<IssuedInvitation | null>(null);
  const toggle = (part: Part) =>
    setChosen((parts) => (parts.includes(part) ? parts.filter((other) => other !== part) : [...parts, part]));

  return (
    <>
      <FormDialog
        trigger={trigger}
        title="Add a partner"
        description="The company gets a portal of its own, and sees nothing but what is its own."
        submitLabel="Add and invite"
        submit={(form) => {
          const sponsor = chosen.includes("SPONSOR") ? textOf(form, "sponsor") : "";
          return add({
            program,
            partner: {
              name: textOf(form, "name"),
              email: textOf(form, "email"),
              parts: [...chosen],
              ...(sponsor && { sponsor }),
            },
          });
        }}
        done={(invitation) => {
          setIssued(invitation);
          return "The partner is in the program";
        }}
      >
        {(errorOf) => (
          <>
            <Field label="Company" required error={errorOf("/partner/name")}>
              <Input name="name" maxLength={80} autoComplete="off" />
            </Field>
            <Field
              label="E-mail of its person"
              required
              hint="They invite their colleagues themselves."
              error={errorOf("/partner/email")}
            >
              <Input name="email" type="email" inputMode="email" autoComplete="off" autoCapitalize="none" />
            </Field>
            <fieldset className="flex flex-col gap-2.5">
              <legend className="mb-2 font-medium text-sm">Part in the program</legend>
              {PARTS.map((part) => (
                <Checkbox
                  key={part}
                  label={PART_WORDS[part].name}
                  hint={PART_WORDS[part].meaning}
                  checked={chosen.includes(part)}
                  onChange={() => toggle(part)}
                />
              ))}
              {errorOf("/partner/parts") && (
                <p className="text-bad-ink text-sm">{errorOf("/partner/parts")}</p>
              )}
            </fieldset>
            {chosen.includes("SPONSOR") && (
              <Field
                label="Sponsor’s code in campaigns"
                hint="Leave it empty for a new one, made from the name."
                error={errorOf("/partner/sponsor")}
              >
                <Input name="sponsor" maxLength={40} autoComplete="off" className="font-mono" />
              </Field>
            )}
          </>
        )}
      </FormDialog>
      <IssuedDialog issued={issued} onClose={() => setIssued(null)} />
    </>
  );
}
