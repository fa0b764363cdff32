"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Switch } from "@/components/ui/switch";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { TransferBar } from "@/lib/transfers/schema";

type Bar = { sending: boolean; receiving: boolean; reason: string };
type Save = (input: { program: string; id: string; bar: Bar }) => Promise<ActionResult<TransferBar>>;

/** Keeps a member from sending or receiving points, or lets them again. */
export function BarDialog({
  program,
  memberId,
  bar,
  save,
}: {
  program: string;
  /** TypeID */
  memberId: string;
  bar: TransferBar;
  save: Save;
}) {
  const router = useRouter();
  const toast = useToast();
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, start] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const next = {
      sending: !form.has("maySend"),
      receiving: !form.has("mayReceive"),
      reason: String(form.get("reason") ?? ""),
    };
    start(async () => {
      const result = await save({ program, id: memberId, bar: next });
      if (!result.ok) {
        setFailure(result.error.message);
        return;
      }
      toast.success("Saved");
      setOpen(false);
      router.refresh();
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setFailure(null);
        setOpen(next);
      }}
      trigger={<Button size="sm">Change</Button>}
      title="Sending and receiving points"
      description="Points that are on their way still arrive."
      footer={
        <Button variant="primary" type="submit" form={formId} pending={pending}>
          Save
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {failure && <Notice tone="bad">{failure}</Notice>}
        <Switch name="maySend" label="May send" defaultChecked={!bar.sending} />
        <Switch
          name="mayReceive"
          label="May receive"
          hint="Whoever wants to send is not told why it is refused."
          defaultChecked={!bar.receiving}
        />
        <Field label="Reason" hint="For colleagues; needed where something is switched off.">
          <Input name="reason" maxLength={200} defaultValue={bar.reason ?? ""} autoComplete="off" />
        </Field>
      </form>
    </Dialog>
  );
}
