"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { EffectOnBalance } from "@/components/merchant/adjustments/effect-on-balance";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { formatTime } from "@/components/ui/format";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { LASTING } from "./lasting";
import type { SetAside, Spend } from "./point-actions";
import { PointsInput } from "./points-input";
import { textOf, type useDialogForm } from "./use-dialog-form";

type Whose = {
  /** TypeID */
  memberId: string;
  name: string;
  /** What the member can spend. */
  available: number;
  form: ReturnType<typeof useDialogForm>;
};

/** Spends a member's points at once. */
export function SpendDialog({ spend, ...whose }: Whose & { spend: Spend }) {
  const { program } = usePortal();
  const { memberId, name, form } = whose;
  return (
    <PointsDialog
      {...whose}
      title="Spend points"
      description={`Takes them from ${name} at once, those that expire soonest first.`}
      action="Spend points"
      submit={(points, fields) => {
        const input = { points, reason: textOf(fields, "reason") ?? "", ...referenceOf(fields) };
        form.run(
          (key) => spend({ program: program.slug, memberId, key, spend: input }),
          () => "Points spent",
        );
      }}
    />
  );
}

/** Sets a member's points aside for a while. */
export function SetAsideDialog({
  setAside,
  holds,
  ...whose
}: Whose & { setAside: SetAside; holds: { defaultMinutes: number; longestMinutes: number } }) {
  const { program } = usePortal();
  const { memberId, form } = whose;
  const choices = LASTING.filter(({ minutes }) => minutes <= holds.longestMinutes);
  const usual = choices.find(({ minutes }) => minutes >= holds.defaultMinutes) ?? choices.at(-1);
  return (
    <PointsDialog
      {...whose}
      title="Set points aside"
      description="Nothing else can spend them until you spend or release them, or the time is up."
      action="Set aside"
      submit={(points, fields) => {
        const hold = {
          points,
          reason: textOf(fields, "reason") ?? "",
          ...referenceOf(fields),
          minutes: Number(fields.get("minutes")),
        };
        form.run(
          (key) => setAside({ program: program.slug, memberId, key, hold }),
          ({ expiresAt }) => `Set aside until ${formatTime(expiresAt, "short", program)}`,
        );
      }}
    >
      <Field label="For how long" error={form.errorOf("/minutes")}>
        <Select name="minutes" defaultValue={String(usual?.minutes ?? holds.longestMinutes)}>
          {choices.length === 0 && (
            <option value={holds.longestMinutes}>{holds.longestMinutes} minutes</option>
          )}
          {choices.map(({ minutes, label }) => (
            <option key={minutes} value={minutes}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
    </PointsDialog>
  );
}

function referenceOf(fields: FormData): { reference?: string } {
  const reference = textOf(fields, "reference");
  return reference === undefined ? {} : { reference };
}

function PointsDialog({
  available,
  form,
  title,
  description,
  action,
  submit,
  children,
}: Whose & {
  title: string;
  description: string;
  action: string;
  submit: (points: number, fields: FormData) => void;
  children?: ReactNode;
}) {
  const { program } = usePortal();
  const formId = useId();
  const [amount, setAmount] = useState("");
  const points = Number(amount);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    submit(points, new FormData(event.currentTarget));
  }

  return (
    <Dialog
      open={form.open}
      onOpenChange={(next) => {
        form.change(next);
        setAmount("");
      }}
      title={title}
      description={description}
      footer={
        <Button variant="primary" type="submit" form={formId} pending={form.pending}>
          {action}
        </Button>
      }
    >
      <form id={formId} onSubmit={send} noValidate className="flex flex-col gap-4">
        {form.message && <Notice tone="bad">{form.message}</Notice>}
        <Field label={capital(program.pointName)} required error={form.errorOf("/points")}>
          <PointsInput value={amount} onChange={setAmount} />
        </Field>
        {points > 0 && (
          <p className="rounded-md bg-sunken px-3.5 py-2.5 text-ink-2">
            <EffectOnBalance balance={available} points={-points} locale={program.locale} />
          </p>
        )}
        <Field label="What for" required hint="The member reads it." error={form.errorOf("/reason")}>
          <Input name="reason" maxLength={200} autoComplete="off" />
        </Field>
        <Field
          label="Reference"
          optional
          hint="Your own number, such as an order’s."
          error={form.errorOf("/reference")}
        >
          <Input name="reference" maxLength={128} autoComplete="off" />
        </Field>
        {children}
      </form>
    </Dialog>
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
