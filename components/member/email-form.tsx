"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useInterfaceWords } from "@/components/ui/interface-words";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import { useAction } from "./use-action";

type Step = { name: "shown" } | { name: "asked" } | { name: "sent"; id: string };

/** The address that the member signs in with, and the way to another one: by a code that is sent there. */
export function EmailForm({
  program,
  email,
  ask,
  confirm,
}: {
  /** Slug of the club. */
  program: string;
  email: string | null;
  ask: (input: { program: string; email: string }) => Promise<ActionResult<{ id: string }>>;
  confirm: (input: { program: string; id: string; code: string }) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("entry");
  const words = useInterfaceWords();
  const toast = useToast();
  const router = useRouter();
  const asking = useAction(ask);
  const confirming = useAction(confirm);
  const [step, setStep] = useState<Step>({ name: "shown" });

  async function submitEmail(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("email") ?? "");
    const sent = await asking.run({ program, email: typed });
    if (sent !== null) setStep({ name: "sent", id: sent.id });
  }

  async function submitCode(event: FormEvent<HTMLFormElement>, id: string) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code") ?? "");
    if ((await confirming.run({ program, id, code })) === null) return;
    toast.success(t("emailChanged"));
    setStep({ name: "shown" });
    router.refresh();
  }

  const stop = (
    <Button variant="ghost" size="lg" onClick={() => setStep({ name: "shown" })}>
      {words.cancel}
    </Button>
  );
  return (
    <div className="mt-5">
      <p className="font-medium text-sm">{t("email")}</p>
      {email !== null && (
        <p className="mt-1 break-words text-md">
          <bdi>{email}</bdi>
        </p>
      )}
      {step.name === "shown" && (
        <Button size="lg" className="mt-3 max-sm:w-full" onClick={() => setStep({ name: "asked" })}>
          {t("changeEmail")}
        </Button>
      )}
      {step.name === "asked" && (
        <form noValidate className="mt-3 flex flex-col gap-4" onSubmit={(event) => void submitEmail(event)}>
          {asking.message && <Notice tone="bad">{asking.message}</Notice>}
          <Field label={t("newEmail")} error={asking.fields.email} required>
            <Input
              name="email"
              type="email"
              autoComplete="email"
              inputMode="email"
              autoCapitalize="none"
              spellCheck={false}
              dir="ltr"
              controlSize="lg"
              autoFocus
            />
          </Field>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" size="lg" pending={asking.pending}>
              {t("byCodeSubmit")}
            </Button>
            {stop}
          </div>
        </form>
      )}
      {step.name === "sent" && (
        <form
          noValidate
          className="mt-3 flex flex-col gap-4"
          onSubmit={(event) => void submitCode(event, step.id)}
        >
          {confirming.message && <Notice tone="bad">{confirming.message}</Notice>}
          <Field label={t("codeLabel")} hint={t("codeHint")} error={confirming.fields.code} required>
            <Input
              name="code"
              autoComplete="one-time-code"
              inputMode="numeric"
              maxLength={12}
              dir="ltr"
              controlSize="lg"
              autoFocus
            />
          </Field>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" size="lg" pending={confirming.pending}>
              {t("changeEmail")}
            </Button>
            {stop}
          </div>
        </form>
      )}
    </div>
  );
}
