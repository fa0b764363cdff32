"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/actions";

type AddMember = (input: {
  program: string;
  name: string;
  email?: string;
  phone?: string;
  externalId?: string;
  birthday?: string;
}) => Promise<ActionResult<{ id: string }>>;

type Failure = { message: string; byField: Map<string, string> };

/** Registers one member and opens the new member's page. */
export function NewMemberDialog({
  program,
  addMember,
  trigger,
}: {
  program: string;
  addMember: AddMember;
  trigger: ReactNode;
}) {
  const router = useRouter();
  const formId = useId();
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<Failure | null>(null);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim() || undefined;
    start(async () => {
      const result = await addMember({
        program,
        name: text("name") ?? "",
        email: text("email"),
        phone: text("phone"),
        externalId: text("externalId"),
        birthday: text("birthday"),
      });
      if (result.ok) {
        router.push(`/p/${program}/members/${result.data.id}`);
        return;
      }
      const byField = new Map(result.error.fields?.map(({ pointer, detail }) => [pointer, detail]));
      setFailure({ message: result.error.message, byField });
    });
  }

  const errorOf = (name: string) => failure?.byField.get(`/${name}`);
  return (
    <Dialog
      trigger={trigger}
      title="New member"
      description="The member gets a card number and an empty wallet at once."
      onOpenChange={() => setFailure(null)}
      footer={
        <Button variant="primary" type="submit" form={formId} pending={pending}>
          Add member
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {failure && failure.byField.size === 0 && <Notice tone="bad">{failure.message}</Notice>}
        <Field label="Name" required error={errorOf("name")}>
          <Input name="name" autoComplete="off" />
        </Field>
        <Field label="E-mail" optional error={errorOf("email")} hint="To sign in to the wallet with.">
          <Input name="email" type="email" autoComplete="off" />
        </Field>
        <Field label="Phone" optional error={errorOf("phone")}>
          <Input name="phone" type="tel" autoComplete="off" />
        </Field>
        <Field
          label="Customer number"
          optional
          error={errorOf("externalId")}
          hint="Your own number for this person."
        >
          <Input name="externalId" autoComplete="off" />
        </Field>
        <Field label="Birthday" optional error={errorOf("birthday")}>
          <Input name="birthday" type="date" min="1900-01-01" autoComplete="off" />
        </Field>
      </form>
    </Dialog>
  );
}
