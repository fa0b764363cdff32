"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { readWholeNumber } from "@/lib/core/typed-number";
import type { Allowance } from "@/lib/transfers/schema";
import type { Namespaced } from "./translator";

/** A transfer as it is typed. */
export type SendDraft = { to: string; points: number; message: string };

/** Whom, how many, and a word with them; with what is possible at most beside the number. */
export function SendForm({
  draft,
  available,
  allowance,
  maxMessage,
  inWords,
  pointName,
  pending,
  fields,
  message,
  onSubmit,
}: {
  draft: SendDraft | null;
  available: number;
  allowance: Allowance;
  /** Characters of the word with them. */
  maxMessage: number;
  inWords: (points: number) => string;
  pointName: string;
  pending: boolean;
  fields: Record<string, string>;
  message: string | null;
  onSubmit: (draft: SendDraft) => void;
}) {
  const t = useTranslations("send");
  return (
    <form
      noValidate
      className="mt-6 flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const text = (name: string) => String(form.get(name) ?? "").trim();
        onSubmit({ to: text("to"), points: readWholeNumber(text("points")), message: text("message") });
      }}
    >
      {message && <Notice tone="bad">{message}</Notice>}
      <Field label={t("to")} hint={t("toHint")} error={fields.to} required>
        <Input
          name="to"
          controlSize="lg"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={draft?.to ?? ""}
        />
      </Field>
      <Field
        label={<span className="inline-block first-letter:uppercase">{pointName}</span>}
        hint={limitsInWords(t, available, allowance, inWords)}
        error={fields.points}
        required
      >
        <Input
          name="points"
          controlSize="lg"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={draft && Number.isFinite(draft.points) ? draft.points : ""}
        />
      </Field>
      <Field label={t("message")} error={fields.message} optional>
        <Textarea name="message" rows={2} maxLength={maxMessage} defaultValue={draft?.message ?? ""} />
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        pending={pending}
        className="self-start max-sm:w-full"
      >
        {t("continue")}
      </Button>
    </form>
  );
}

/** “You have 1,284 points. At most 5,000 points at once, 9,970 points more today.” */
function limitsInWords(
  t: Namespaced<"send">,
  available: number,
  allowance: Allowance,
  inWords: (points: number) => string,
): string {
  const { smallest, largest, leftToday, leftThisMonth } = allowance;
  const limits = [
    ...(smallest > 1 ? [t("atLeast", { amount: inWords(smallest) })] : []),
    ...(largest === null ? [] : [t("atMost", { amount: inWords(largest) })]),
    ...(leftToday === null ? [] : [t("leftToday", { amount: inWords(leftToday) })]),
    ...(leftThisMonth === null ? [] : [t("leftThisMonth", { amount: inWords(leftThisMonth) })]),
  ];
  const amount = inWords(available);
  return limits.length === 0
    ? t("have", { amount })
    : t("haveLimited", { amount, limits: capital(limits.join(t("and"))) });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
