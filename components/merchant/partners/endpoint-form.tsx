"use client";

import { type FormEvent, useState } from "react";
import { useSaving } from "@/components/merchant/use-saving";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/actions";

/** Where a partner's own system takes orders, and the secret that both sides sign with. */
export function EndpointForm({
  program,
  partnerId,
  orderUrl,
  setEndpoint,
  rotateSecret,
}: {
  program: string;
  partnerId: string;
  orderUrl: string | null;
  setEndpoint: (input: {
    program: string;
    partnerId: string;
    orderUrl: string | null;
  }) => Promise<ActionResult<unknown>>;
  rotateSecret: (input: { program: string; partnerId: string }) => Promise<ActionResult<{ secret: string }>>;
}) {
  const { pending, failure, save } = useSaving();
  const [secret, setSecret] = useState<string | null>(null);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("orderUrl") ?? "").trim();
    save(() => setEndpoint({ program, partnerId, orderUrl: text === "" ? null : text }));
  }

  return (
    <form onSubmit={submit} noValidate className="flex max-w-2xl flex-col gap-4">
      <Field
        label="Address for orders"
        hint="Orders are sent here, signed as Standard Webhooks has it. Leave it empty to fulfil them by hand in the partners’ portal."
        error={failure?.byField.get("orderUrl")}
      >
        <Input
          name="orderUrl"
          type="url"
          defaultValue={orderUrl ?? ""}
          placeholder="https://partner.example/orders"
          autoComplete="off"
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={pending}>
          Save
        </Button>
        <ConfirmDialog
          trigger={<Button>New signing secret…</Button>}
          title="Draw a new signing secret?"
          description="The one before it stops working at once, for orders and for answers to them."
          confirmLabel="Draw a new one"
          onConfirm={async () => {
            const result = await rotateSecret({ program, partnerId });
            if (!result.ok) throw new Error(result.error.message);
            setSecret(result.data.secret);
          }}
        />
      </div>
      <Dialog
        open={secret !== null}
        onOpenChange={(open) => {
          if (!open) setSecret(null);
        }}
        title="The signing secret"
        description="It is shown this once. Keep it where your system reads its secrets."
        footer={
          <>
            <CopyButton value={secret ?? ""}>Copy</CopyButton>
            <Button variant="primary" onClick={() => setSecret(null)}>
              Done
            </Button>
          </>
        }
      >
        <p className="break-all rounded-md border bg-sunken p-3.5 font-mono text-sm">{secret}</p>
      </Dialog>
    </form>
  );
}
