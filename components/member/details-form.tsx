"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { formatDay } from "@/components/ui/format";
import { Input } from "@/components/ui/input";
import { useInterfaceWords } from "@/components/ui/interface-words";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import { westernDigits } from "@/lib/core/typed-number";
import { useAction } from "./use-action";

type Change = { program: string; name: string; phone: string | null; birthday?: string };

/** Name and phone, which are the member's to change, and the birthday, which is told once. */
export function DetailsForm({
  program,
  name,
  phone,
  birthday,
  save,
}: {
  program: string;
  name: string;
  phone: string | null;
  /** YYYY-MM-DD; null: not told yet. */
  birthday: string | null;
  save: (change: Change) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("profile");
  const words = useInterfaceWords();
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const { run, pending, fields, message } = useAction(save);

  async function submit(form: FormData) {
    const typedPhone = westernDigits(String(form.get("phone") ?? "")).trim();
    const told = String(form.get("birthday") ?? "");
    const change = {
      program,
      name: String(form.get("name") ?? ""),
      phone: typedPhone === "" ? null : typedPhone,
      ...(told !== "" && { birthday: told }),
    };
    if ((await run(change)) === null) return;
    toast.success(words.saved);
    router.refresh();
  }

  return (
    <form
      noValidate
      className="mt-4 flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      {message && <Notice tone="bad">{message}</Notice>}
      <Field label={t("name")} error={fields.name} required>
        <Input name="name" autoComplete="name" controlSize="lg" defaultValue={name} />
      </Field>
      <Field label={t("phone")} error={fields.phone} optional>
        <Input
          name="phone"
          type="tel"
          autoComplete="tel"
          inputMode="tel"
          controlSize="lg"
          defaultValue={phone ?? ""}
          placeholder="+49 170 1234567"
        />
      </Field>
      {birthday === null ? (
        <Field label={t("birthday")} error={fields.birthday} hint={t("birthdayHint")} optional>
          <Input name="birthday" type="date" autoComplete="bday" controlSize="lg" min="1900-01-01" />
        </Field>
      ) : (
        <div>
          <p className="font-medium text-sm">{t("birthday")}</p>
          <p className="mt-1 text-md">{formatDay(birthday, "date", locale)}</p>
        </div>
      )}
      <Button
        type="submit"
        variant="primary"
        size="lg"
        pending={pending}
        className="self-start max-sm:w-full"
      >
        {t("saveDetails")}
      </Button>
    </form>
  );
}
