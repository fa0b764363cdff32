"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useSaving } from "@/components/merchant/use-saving";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/actions";
import { codeOfName } from "./code-of-name";

/** Makes or edits something that has a name, and a code that it keeps for good. */
export function NamedDialog({
  what,
  edited,
  description,
  maxLength,
  save: saveIt,
  onOpenChange,
  trigger,
  children,
}: {
  /** What it is, in small letters: "sponsor". */
  what: string;
  /** Null: a new one. */
  edited: { code: string; name: string } | null;
  description: string;
  /** Most characters of the name. */
  maxLength: number;
  /** The code is that of the edited one, or what was typed. */
  save: (named: { code: string; name: string }) => Promise<ActionResult<unknown>>;
  onOpenChange?: () => void;
  trigger: ReactNode;
  /** Further fields. */
  children?: ReactNode;
}) {
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(edited?.name ?? "");
  // The code follows the name until somebody writes another.
  const [ownCode, setOwnCode] = useState<string | null>(null);
  const { pending, failure, forget, save } = useSaving();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    save(
      () => saveIt({ code: edited?.code ?? ownCode ?? codeOfName(name), name }),
      () => setOpen(false),
    );
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setName(edited?.name ?? "");
        setOwnCode(null);
        forget();
        onOpenChange?.();
      }}
      trigger={trigger}
      title={
        edited === null ? `New ${what}` : `${what.charAt(0).toUpperCase()}${what.slice(1)} “${edited.name}”`
      }
      description={description}
      footer={
        <Button variant="primary" type="submit" form={formId} pending={pending}>
          {edited === null ? `Add ${what}` : "Save"}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label="Name" required error={failure?.byField.get("name")}>
          <Input
            name="name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            maxLength={maxLength}
            autoComplete="off"
          />
        </Field>
        {edited === null && (
          <Field
            label="Code"
            required
            hint="Its name in campaigns and files, for good"
            error={failure?.byField.get("code")}
          >
            <Input
              name="code"
              value={ownCode ?? codeOfName(name)}
              onChange={(event) => setOwnCode(event.target.value)}
              maxLength={40}
              autoComplete="off"
              className="font-mono"
            />
          </Field>
        )}
        {children}
      </form>
    </Dialog>
  );
}
