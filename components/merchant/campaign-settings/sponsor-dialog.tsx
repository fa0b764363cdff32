"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/actions";
import type { SponsorDto } from "@/lib/sponsors/schema";
import { useSaving } from "./use-saving";

export type AddSponsor = (input: { program: string; sponsor: SponsorDto }) => Promise<ActionResult<unknown>>;
export type EditSponsor = (input: {
  program: string;
  code: string;
  name: string;
}) => Promise<ActionResult<unknown>>;

/** Adds or renames a sponsor. */
export function SponsorDialog({
  sponsor,
  add,
  edit,
  trigger,
}: {
  /** Null: a new one. */
  sponsor: SponsorDto | null;
  add: AddSponsor;
  edit: EditSponsor;
  trigger: ReactNode;
}) {
  const { program } = usePortal();
  const formId = useId();
  const [open, setOpen] = useState(false);
  const { pending, failure, forget, save } = useSaving();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (field: string) => String(form.get(field) ?? "");
    const name = text("name");
    save(
      () =>
        sponsor === null
          ? add({ program: program.slug, sponsor: { code: text("code"), name } })
          : edit({ program: program.slug, code: sponsor.code, name }),
      () => setOpen(false),
    );
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        forget();
      }}
      trigger={trigger}
      title={sponsor === null ? "New sponsor" : `Sponsor “${sponsor.name}”`}
      description="A company that pays for campaigns, in whole or in part. Each campaign says how much."
      footer={
        <Button variant="primary" type="submit" form={formId} pending={pending}>
          {sponsor === null ? "Add sponsor" : "Save"}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label="Name" required error={failure?.byField.get("name")}>
          <Input name="name" defaultValue={sponsor?.name ?? ""} maxLength={80} autoComplete="off" />
        </Field>
        {sponsor === null && (
          <Field
            label="Code"
            required
            hint="Its name in campaigns and files"
            error={failure?.byField.get("code")}
          >
            <Input name="code" maxLength={40} autoComplete="off" className="font-mono" />
          </Field>
        )}
      </form>
    </Dialog>
  );
}
