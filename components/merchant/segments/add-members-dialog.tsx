"use client";

import type { ReactNode } from "react";
import { FormDialog, textOf } from "@/components/merchant/form-dialog";
import { usePortal } from "@/components/merchant/portal-context";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/actions";
import { MAX_KEYS, type SegmentChanges } from "@/lib/segments/schema";
import { keysIn } from "./keys-in";

type AddMembers = (input: {
  program: string;
  code: string;
  members: string[];
}) => Promise<ActionResult<SegmentChanges>>;

/** Puts members on a segment: one that is typed, or a column that is pasted. */
export function AddMembersDialog({
  code,
  trigger,
  add,
}: {
  code: string;
  trigger: ReactNode;
  add: AddMembers;
}) {
  const { program } = usePortal();
  return (
    <FormDialog
      trigger={trigger}
      title="Add members"
      description="By card number, customer number, e-mail address or member id. For one person, a phone number will do."
      submitLabel="Add"
      submit={(form) => add({ program: program.slug, code, members: keysIn(textOf(form, "members")) })}
      done={resultInWords}
    >
      {(errorOf) => (
        <Field
          label="Members"
          hint={`One a line, or pasted from a table; at most ${MAX_KEYS.toLocaleString("en")} at a time.`}
          error={errorOf("/members") ?? errorOf("/members/0")}
          required
        >
          <Textarea
            name="members"
            rows={6}
            spellCheck={false}
            placeholder={"amira@example.com\nBC4410772903"}
            className="font-mono text-sm"
          />
        </Field>
      )}
    </FormDialog>
  );
}

const NAMED = 5;

/** `12 added, 3 were on it already. Unknown: nobody@example.com` */
export function resultInWords({ changed, unchanged, unknown }: SegmentChanges): string {
  const parts = [`${changed} added`];
  if (unchanged > 0) parts.push(`${unchanged} were on it already`);
  const more = unknown.length > NAMED ? ` and ${unknown.length - NAMED} more` : "";
  const missing = unknown.length > 0 ? `. Unknown: ${unknown.slice(0, NAMED).join(", ")}${more}` : "";
  return `${parts.join(", ")}${missing}`;
}
