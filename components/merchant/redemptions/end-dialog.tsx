"use client";

import { useState } from "react";
import { FormDialog, textOf } from "@/components/merchant/form-dialog";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DefinitionList } from "@/components/ui/definition-list";
import { Field } from "@/components/ui/field";
import { type Formats, formatDay, formatMoney, formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/actions";

type Order = { program: string; redemptionId: string };
type Answer = Promise<ActionResult<unknown>>;

/** What ending it would do, as things are. */
export type Consequences = {
  points: number;
  availableAfter: number;
  grace: { points: number; until: string } | null;
  refundMinor: number;
  voucher: "issued" | "used" | "expired" | "withdrawn" | null;
  isCounted: boolean;
};

export type EndVerbs = {
  cancel: (input: Order & { reason: string; key: string }) => Answer;
  reverse: (input: Order & { reason: string; key: string; restock: boolean; force: boolean }) => Answer;
};

const WORDS = {
  cancel: {
    trigger: "Call off…",
    title: "Call this redemption off",
    description: "Everything that was set aside goes back. The member reads why.",
    submit: "Call off",
    done: "Called off",
  },
  reverse: {
    trigger: "Take back…",
    title: "Take this redemption back",
    description: "The points go back to the lots that they came from. The member reads why.",
    submit: "Take back",
    done: "Taken back",
  },
} as const;

/** Calls a redemption off or takes it back, with what that does to points, money, stock and voucher shown before. */
export function EndDialog({
  order,
  command,
  preview,
  formats,
  pointName,
  mayForce,
  actions,
}: {
  order: Order;
  command: keyof typeof WORDS;
  preview: Consequences;
  formats: Formats;
  pointName: string;
  mayForce: boolean;
  actions: EndVerbs;
}) {
  const words = WORDS[command];
  const [key] = useState(() => crypto.randomUUID());
  const isUsed = preview.voucher === "used";
  const isRefused = command === "reverse" && isUsed && !mayForce;

  function submit(form: FormData): Answer {
    const reason = textOf(form, "reason");
    if (command === "cancel") return actions.cancel({ ...order, key, reason });
    const restock = form.get("restock") === "on";
    return actions.reverse({ ...order, key, reason, restock, force: form.get("force") === "on" });
  }

  return (
    <FormDialog
      trigger={<Button variant="danger">{words.trigger}</Button>}
      title={words.title}
      description={words.description}
      submitLabel={words.submit}
      submit={submit}
      done={() => words.done}
    >
      {(errorOf) => (
        <>
          <DefinitionList items={itemsOf(preview, formats, pointName)} />
          {isRefused && (
            <Notice tone="bad">
              Its voucher has been used. Only an owner or administrator can take it back all the same.
            </Notice>
          )}
          <Field label="Why" required error={errorOf("/reason")}>
            <Textarea name="reason" maxLength={200} rows={2} />
          </Field>
          {command === "reverse" && preview.isCounted && (
            <Checkbox name="restock" defaultChecked label="The item can be given to somebody else" />
          )}
          {command === "reverse" && isUsed && mayForce && (
            <Checkbox name="force" label="Take it back although its voucher has been used" />
          )}
        </>
      )}
    </FormDialog>
  );
}

function itemsOf(preview: Consequences, { locale, currency }: Formats, pointName: string) {
  const { points, availableAfter, grace, refundMinor, voucher } = preview;
  const amount = (count: number) => `${formatNumber(count, locale)} ${pointName}`;
  return [
    { term: "Back to the member", value: amount(points) },
    { term: "Can be spent afterwards", value: amount(availableAfter) },
    ...(grace === null
      ? []
      : [
          {
            term: "Had expired meanwhile",
            value: `${amount(grace.points)}, usable until ${formatDay(grace.until, "date", locale)}`,
          },
        ]),
    ...(refundMinor > 0 ? [{ term: "Paid back", value: formatMoney(refundMinor, currency, locale) }] : []),
    ...(voucher === "issued" ? [{ term: "Voucher", value: "Withdrawn" }] : []),
    ...(voucher === "used" ? [{ term: "Voucher", value: "Used already" }] : []),
  ];
}
