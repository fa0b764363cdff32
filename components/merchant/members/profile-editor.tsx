"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { MemberDto } from "@/lib/members/schema";
import type { ChangeMember } from "./change-member";

type Failure = { message: string; byField: Map<string, string> };

/** Edits a member's name, contact details and customer number. `id` is the TypeID. */
export function ProfileEditor({
  program,
  id,
  member,
  changeMember,
}: {
  program: string;
  id: string;
  member: Pick<MemberDto, "name" | "email" | "phone" | "externalId">;
  changeMember: ChangeMember;
}) {
  const router = useRouter();
  const toast = useToast();
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, start] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const change = {
      name: text("name"),
      email: text("email") || null,
      phone: text("phone") || null,
      externalId: text("externalId") || null,
    };
    start(async () => {
      const result = await changeMember({ program, id, change });
      if (!result.ok) {
        const byField = new Map(result.error.fields?.map(({ pointer, detail }) => [pointer, detail]));
        setFailure({ message: result.error.message, byField });
        return;
      }
      toast.success("Profile saved");
      router.refresh();
      setOpen(false);
    });
  }

  const errorOf = (name: string) => failure?.byField.get(`/change/${name}`);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setFailure(null);
        setOpen(next);
      }}
      trigger={
        <Button size="sm" variant="ghost">
          Edit
        </Button>
      }
      title="Profile"
      footer={
        <Button variant="primary" type="submit" form={formId} pending={pending}>
          Save
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {failure && failure.byField.size === 0 && <Notice tone="bad">{failure.message}</Notice>}
        <Field label="Name" required error={errorOf("name")}>
          <Input name="name" defaultValue={member.name} autoComplete="off" />
        </Field>
        <Field label="E-mail" optional error={errorOf("email")}>
          <Input name="email" type="email" defaultValue={member.email ?? ""} autoComplete="off" />
        </Field>
        <Field label="Phone" optional error={errorOf("phone")}>
          <Input name="phone" type="tel" defaultValue={member.phone ?? ""} autoComplete="off" />
        </Field>
        <Field label="Customer number" optional error={errorOf("externalId")}>
          <Input name="externalId" defaultValue={member.externalId ?? ""} autoComplete="off" />
        </Field>
      </form>
    </Dialog>
  );
}
