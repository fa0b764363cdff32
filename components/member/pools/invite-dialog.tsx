"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import { useAction } from "../use-action";
import { LimitField, limitOf } from "./limit-field";

type Invitation = { program: string; pool: string; member: string; monthlyLimit: number | null };

/** Asks somebody into a pool. */
export function InviteDialog({
  program,
  pool,
  pointName,
  invite,
}: {
  program: string;
  /** TypeID */
  pool: string;
  pointName: string;
  invite: (input: Invitation) => Promise<ActionResult<{ name: string }>>;
}) {
  const t = useTranslations("pools");
  const router = useRouter();
  const toast = useToast();
  const formId = useId();
  const [open, setOpen] = useState(false);
  const { run, pending, fields, message } = useAction(invite);

  async function submit(form: FormData) {
    const member = String(form.get("member") ?? "");
    const asked = await run({ program, pool, member, monthlyLimit: limitOf(form) });
    if (asked === null) return;
    toast.success(t("invited", { name: asked.name }));
    setOpen(false);
    router.refresh();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="lg">{t("invite")}</Button>}
      title={t("inviteTitle")}
      description={t("inviteText")}
      footer={
        <Button variant="primary" size="lg" type="submit" form={formId} pending={pending}>
          {t("invite")}
        </Button>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        {message && <Notice tone="bad">{message}</Notice>}
        <Field label={t("contact")} hint={t("contactHint")} error={fields.member} required>
          <Input name="member" controlSize="lg" autoComplete="off" autoCapitalize="none" />
        </Field>
        <LimitField pointName={pointName} error={fields.monthlyLimit} />
      </form>
    </Dialog>
  );
}
