"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { EMPTY_FORM, type FormState } from "@/lib/core/form-state";
import { FormMessage } from "./form-message";

/** The address that a code is sent to. Works without JavaScript. */
export function AskCodeForm({
  action,
  program,
  next,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Slug of the club. */
  program: string;
  /** Path to open afterwards. */
  next: string;
}) {
  const t = useTranslations("entry");
  const [state, send, pending] = useActionState(action, EMPTY_FORM);
  return (
    <form action={send} className="flex flex-col gap-4" noValidate>
      <FormMessage message={state.message} />
      <input type="hidden" name="program" value={program} />
      <input type="hidden" name="next" value={next} />
      <Field label={t("email")} error={state.fields.email} required>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          controlSize="lg"
          defaultValue={state.values.email}
        />
      </Field>
      <Button type="submit" variant="accent" size="lg" pending={pending}>
        {t("byCodeSubmit")}
      </Button>
    </form>
  );
}
