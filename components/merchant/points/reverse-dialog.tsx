"use client";

import { Undo2 } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { ReversalPreview } from "@/lib/wallet/schema";
import { Consequences } from "./consequences";
import type { ReversalActions } from "./point-actions";
import { reversalConsequences } from "./reversal-words";
import { textOf, useDialogForm } from "./use-dialog-form";

type Look =
  | { state: "loading" }
  | { state: "shown"; preview: ReversalPreview }
  | { state: "refused"; why: string };

/** Undoes an entry of a member's activity: shows what that would do, asks why, and does it. */
export function ReverseDialog({
  entryId,
  reason,
  actions,
}: {
  /** TypeID */
  entryId: string;
  /** What the entry is, in words. */
  reason: string;
  actions: ReversalActions;
}) {
  const { program } = usePortal();
  const form = useDialogForm("");
  const formId = useId();
  const [look, setLook] = useState<Look>({ state: "loading" });

  async function change(next: boolean) {
    form.change(next);
    if (!next) return;
    setLook({ state: "loading" });
    const result = await actions.preview({ program: program.slug, entryId });
    setLook(
      result.ok ? { state: "shown", preview: result.data } : { state: "refused", why: result.error.message },
    );
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const why = textOf(new FormData(event.currentTarget), "reason") ?? "";
    form.run(
      (key) => actions.reverse({ program: program.slug, entryId, key, reason: why }),
      () => "Reversed",
    );
  }

  return (
    <Dialog
      open={form.open}
      onOpenChange={change}
      trigger={
        <Button size="sm">
          <Undo2 aria-hidden="true" />
          Reverse…
        </Button>
      }
      title="Reverse this entry"
      description={reason}
      footer={
        look.state === "shown" && (
          <Button variant="danger" type="submit" form={formId} pending={form.pending}>
            Reverse
          </Button>
        )
      }
    >
      {look.state === "loading" && <Skeleton className="h-24" />}
      {look.state === "refused" && <Notice>{look.why}</Notice>}
      {look.state === "shown" && (
        <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
          {form.message && <Notice tone="bad">{form.message}</Notice>}
          <Consequences rows={reversalConsequences(look.preview, program)} locale={program.locale} />
          <Field
            label="Why"
            required
            hint="The member reads it. This cannot be undone."
            error={form.errorOf("/reason")}
          >
            <Input name="reason" maxLength={200} autoComplete="off" />
          </Field>
        </form>
      )}
    </Dialog>
  );
}
