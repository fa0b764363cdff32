"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldSet } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/actions";
import type { IssuedApiKey, NewApiKey } from "@/lib/api-keys/schema";
import { API_SCOPES, PERMISSIONS } from "@/lib/auth/permissions";

type CreateKey = (input: NewApiKey & { program: string }) => Promise<ActionResult<IssuedApiKey>>;
type Failure = { message: string; byField: Map<string, string> };

/** Makes a key and shows its text, this once. */
export function CreateKeyDialog({
  program,
  createKey,
  trigger,
}: {
  program: string;
  createKey: CreateKey;
  trigger: ReactNode;
}) {
  const router = useRouter();
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [issued, setIssued] = useState<IssuedApiKey | null>(null);

  function change(next: boolean) {
    setOpen(next);
    setFailure(null);
    if (!next && issued !== null) {
      setIssued(null);
      router.refresh();
    }
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const chosen = form.getAll("scopes");
    const scopes = API_SCOPES.filter((scope) => chosen.includes(scope));
    start(async () => {
      const result = await createKey({ program, name: String(form.get("name") ?? ""), scopes });
      if (result.ok) {
        setFailure(null);
        setIssued(result.data);
        return;
      }
      const byField = new Map(result.error.fields?.map(({ pointer, detail }) => [pointer, detail]));
      setFailure({ message: result.error.message, byField });
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={trigger}
      title={issued ? "Copy the key now" : "New API key"}
      description={
        issued
          ? `This is the only time that the key “${issued.name}” is shown. We keep no copy of it.`
          : "One key for each system, so that you can revoke it alone."
      }
      footer={
        issued ? (
          <>
            <CopyButton value={issued.text}>Copy key</CopyButton>
            <Button variant="primary" onClick={() => change(false)}>
              I have stored it
            </Button>
          </>
        ) : (
          <Button variant="primary" type="submit" form={formId} pending={pending}>
            Create key
          </Button>
        )
      }
    >
      {issued ? (
        <IssuedKey text={issued.text} />
      ) : (
        <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
          {failure && failure.byField.size === 0 && <Notice tone="bad">{failure.message}</Notice>}
          <Field
            label="Name"
            hint="The system that will use it, for example “Web shop”."
            error={failure?.byField.get("/name")}
            required
          >
            <Input name="name" autoComplete="off" maxLength={80} />
          </Field>
          <FieldSet legend="What it may do" error={failure?.byField.get("/scopes")}>
            {API_SCOPES.map((scope) => (
              <Checkbox
                key={scope}
                name="scopes"
                value={scope}
                label={PERMISSIONS[scope]}
                hint={<code className="font-mono">{scope}</code>}
              />
            ))}
          </FieldSet>
        </form>
      )}
    </Dialog>
  );
}

function IssuedKey({ text }: { text: string }) {
  return (
    <div className="flex flex-col gap-3">
      <p className="break-all rounded-md border bg-sunken p-3.5 font-mono text-sm" data-testid="api-key">
        {text}
      </p>
      <p className="text-ink-2 text-sm">
        Send it with every request as <code className="font-mono">Authorization: Bearer tsk_…</code>, from
        servers only: whoever has it can do what it may do.
      </p>
    </div>
  );
}
