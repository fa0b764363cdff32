"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";

/**
 * A dialog around one form that a server action takes. It stays open with what is wrong where the action refuses, and
 * otherwise says what was done and refreshes the page.
 * @param children the fields, given what is wrong with each by its JSON pointer
 */
export function FormDialog<Data>({
  trigger,
  title,
  description,
  submitLabel,
  submit,
  done,
  children,
}: {
  trigger: ReactNode;
  title: string;
  description?: string;
  submitLabel: string;
  submit: (form: FormData) => Promise<ActionResult<Data>>;
  /** What the toast says; null: the caller goes elsewhere. */
  done: (data: Data) => string | null;
  children: (errorOf: (pointer: string) => string | undefined) => ReactNode;
}) {
  const router = useRouter();
  const toast = useToast();
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<{ message: string; byField: Map<string, string> } | null>(null);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    start(async () => {
      const result = await submit(form);
      if (!result.ok) {
        const byField = new Map(result.error.fields?.map(({ pointer, detail }) => [pointer, detail]));
        setFailure({ message: result.error.message, byField });
        return;
      }
      const words = done(result.data);
      if (words === null) return;
      toast.success(words);
      router.refresh();
      setOpen(false);
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setFailure(null);
        setOpen(next);
      }}
      trigger={trigger}
      title={title}
      description={description}
      footer={
        <Button variant="primary" type="submit" form={formId} pending={pending}>
          {submitLabel}
        </Button>
      }
    >
      <form id={formId} onSubmit={send} noValidate className="flex flex-col gap-4">
        {failure && failure.byField.size === 0 && <Notice tone="bad">{failure.message}</Notice>}
        {children((pointer) => failure?.byField.get(pointer))}
      </form>
    </Dialog>
  );
}

/** A text field of a form, without the space around it. */
export function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? "").trim();
}
