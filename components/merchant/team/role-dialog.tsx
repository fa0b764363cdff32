"use client";

import { type FormEvent, useId, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { Role } from "@/lib/identity/schema";
import { RoleChoice, roleOf } from "./role-choice";

/** Chooses another role for somebody; `onChange` rejects with the sentence to show when it is refused. */
export function RoleDialog({
  open,
  onOpenChange,
  name,
  role,
  viewerRole,
  onChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  name: string;
  role: Role;
  viewerRole: Role;
  onChange: (role: Role) => Promise<void>;
}) {
  const formId = useId();
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<string | null>(null);

  function change(next: boolean) {
    setFailure(null);
    onOpenChange(next);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const next = roleOf(new FormData(event.currentTarget)) ?? role;
    start(async () => {
      try {
        await onChange(next);
        change(false);
      } catch (error) {
        setFailure(error instanceof Error ? error.message : "That did not work. Nothing was changed.");
      }
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={`Role of ${name}`}
      description="The new role acts from their next click on."
      footer={
        <Button variant="primary" type="submit" form={formId} pending={pending}>
          Change role
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-5">
        {failure && <Notice tone="bad">{failure}</Notice>}
        <RoleChoice defaultRole={role} viewerRole={viewerRole} />
      </form>
    </Dialog>
  );
}
