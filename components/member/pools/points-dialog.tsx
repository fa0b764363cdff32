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
import { readWholeNumber } from "@/lib/core/typed-number";
import { useAction } from "../use-action";

type Movement = { program: string; pool: string; points: number; key: string };

/** Asks how many points and moves them. Pressing twice moves them once. */
export function PointsDialog({
  program,
  pool,
  label,
  title,
  hint,
  confirmLabel,
  pointName,
  done,
  open: controlled,
  onOpenChange,
  move,
}: {
  program: string;
  /** TypeID */
  pool: string;
  /** Of the button that opens it; without, `open` decides. */
  label?: string;
  title: string;
  hint: string;
  confirmLabel: string;
  pointName: string;
  /** What is said when it is done. */
  done: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  move: (input: Movement) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("pools");
  const router = useRouter();
  const toast = useToast();
  const formId = useId();
  const [own, setOwn] = useState(false);
  /** Of the movement that this opening of the dialog asks for, from its first try on. */
  const [key, setKey] = useState<string | null>(null);
  const { run, pending, fields, message } = useAction(move);
  const open = controlled ?? own;

  function setOpen(next: boolean) {
    setKey(null);
    setOwn(next);
    onOpenChange?.(next);
  }

  async function submit(form: FormData) {
    const points = readWholeNumber(String(form.get("points") ?? ""));
    const sameEachTry = key ?? crypto.randomUUID();
    setKey(sameEachTry);
    const answer = await run({ program, pool, points, key: sameEachTry });
    if (answer === null) return;
    toast.success(done);
    setOpen(false);
    router.refresh();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        label && (
          <Button variant="accent" size="lg">
            <span className="inline-block first-letter:uppercase">{label}</span>
          </Button>
        )
      }
      title={title}
      footer={
        <Button variant="primary" size="lg" type="submit" form={formId} pending={pending}>
          {confirmLabel}
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
        <Field label={t("howMany", { name: pointName })} hint={hint} error={fields.points} required>
          <Input name="points" controlSize="lg" inputMode="numeric" autoComplete="off" />
        </Field>
      </form>
    </Dialog>
  );
}
