"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import { useAction } from "../use-action";
import { LimitField, limitOf } from "./limit-field";

type Part = { program: string; pool: string; member: string };

/** Sets what one member may spend a month. */
export function LimitDialog({
  part,
  name,
  limit,
  pointName,
  open,
  onOpenChange,
  setLimit,
}: {
  part: Part;
  name: string;
  limit: number | null;
  pointName: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  setLimit: (input: Part & { monthlyLimit: number | null }) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("pools");
  const router = useRouter();
  const toast = useToast();
  const formId = useId();
  const { run, pending, fields, message } = useAction(setLimit);

  async function submit(form: FormData) {
    if ((await run({ ...part, monthlyLimit: limitOf(form) })) === null) return;
    toast.success(t("limitSaved"));
    onOpenChange(false);
    router.refresh();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("limitOf", { name })}
      footer={
        <Button variant="primary" size="lg" type="submit" form={formId} pending={pending}>
          {t("save")}
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
        <LimitField pointName={pointName} error={fields.monthlyLimit} limit={limit} />
      </form>
    </Dialog>
  );
}
