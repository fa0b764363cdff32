"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useState, useTransition } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";

/** Approves or rejects what somebody asked for, with a note for the record. */
export function DecideDialog({
  verdict,
  title,
  children,
  decide,
}: {
  verdict: "approve" | "reject";
  title: string;
  /** What it is about and what it will do. */
  children: ReactNode;
  decide: (input: { program: string; note?: string }) => Promise<ActionResult<unknown>>;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<string | null>(null);
  const approves = verdict === "approve";

  function change(next: boolean) {
    setOpen(next);
    setFailure(null);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const note = String(new FormData(event.currentTarget).get("note") ?? "").trim();
    start(async () => {
      const result = await decide({ program: program.slug, ...(note === "" ? {} : { note }) });
      if (!result.ok) {
        setFailure(result.error.message);
        return;
      }
      change(false);
      toast.success(approves ? "Approved" : "Rejected");
      router.refresh();
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button size="sm" variant={approves ? "primary" : "secondary"}>
          {approves ? "Approve" : "Reject"}
        </Button>
      }
      title={title}
      footer={
        <Button variant={approves ? "primary" : "danger"} type="submit" form={formId} pending={pending}>
          {approves ? "Approve" : "Reject"}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        {failure && <Notice tone="bad">{failure}</Notice>}
        {children}
        <Field label="Note" optional hint="Kept with the decision, for colleagues.">
          <Textarea name="note" rows={2} maxLength={1_000} />
        </Field>
      </form>
    </Dialog>
  );
}
