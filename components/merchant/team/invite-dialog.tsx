"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { IssuedInvitation, Role } from "@/lib/identity/schema";
import { IssuedDialog } from "./issued-dialog";
import { RoleChoice, roleOf } from "./role-choice";
import type { TeamActions } from "./team-actions";

type Failure = { message: string; byField: Map<string, string> };

/** Invites somebody by e-mail, then shows the link. */
export function InviteDialog({
  program,
  viewerRole,
  invite,
  trigger,
}: {
  program: string;
  viewerRole: Role;
  invite: TeamActions["invite"];
  trigger: ReactNode;
}) {
  const router = useRouter();
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [issued, setIssued] = useState<IssuedInvitation | null>(null);

  function change(next: boolean) {
    setOpen(next);
    setFailure(null);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const role = roleOf(form) ?? "analyst";
    start(async () => {
      const result = await invite({ program, email: String(form.get("email") ?? ""), role });
      if (result.ok) {
        change(false);
        setIssued(result.data);
        router.refresh();
        return;
      }
      const byField = new Map(result.error.fields?.map(({ pointer, detail }) => [pointer, detail]));
      setFailure({ message: result.error.message, byField });
    });
  }

  return (
    <>
      <Dialog
        open={open}
        onOpenChange={change}
        trigger={trigger}
        title="Invite to the team"
        description="They choose their own name and password with the link that they are sent."
        footer={
          <Button variant="primary" type="submit" form={formId} pending={pending}>
            Invite
          </Button>
        }
      >
        <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
          {failure && failure.byField.size === 0 && <Notice tone="bad">{failure.message}</Notice>}
          <Field label="E-mail" error={failure?.byField.get("/email")} required>
            <Input name="email" type="email" inputMode="email" autoComplete="off" autoCapitalize="none" />
          </Field>
          <RoleChoice defaultRole="marketer" viewerRole={viewerRole} error={failure?.byField.get("/role")} />
        </form>
      </Dialog>
      <IssuedDialog issued={issued} onClose={() => setIssued(null)} />
    </>
  );
}
