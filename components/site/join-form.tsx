"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { EMPTY_FORM, type FormState } from "@/lib/core/form-state";
import { FormMessage } from "./form-message";

/** What a new member fills in. Works without JavaScript. */
export function JoinForm({
  action,
  program,
  clubName,
  referral,
  purposes,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Slug of the club. */
  program: string;
  clubName: string;
  /** Code of whoever invited them. */
  referral: string | null;
  /** What they may agree to or not. */
  purposes: readonly { code: string; label: string; hint: string }[];
}) {
  const t = useTranslations("entry");
  const [state, send, pending] = useActionState(action, EMPTY_FORM);
  const { fields, values } = state;
  const agreed = (values.agreed ?? "").split(" ");
  return (
    <form action={send} className="flex flex-col gap-4" noValidate>
      <FormMessage message={state.message} />
      <input type="hidden" name="program" value={program} />
      {referral !== null && <input type="hidden" name="referral" value={referral} />}
      <Field label={t("name")} error={fields.name} required>
        <Input
          name="name"
          autoComplete="name"
          autoCapitalize="words"
          enterKeyHint="next"
          autoFocus
          controlSize="lg"
          defaultValue={values.name}
        />
      </Field>
      <Field label={t("email")} error={fields.email} required>
        <Input
          name="email"
          type="email"
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          controlSize="lg"
          defaultValue={values.email}
        />
      </Field>
      <div className="flex flex-col gap-3 py-1">
        <Checkbox
          name="terms"
          required
          defaultChecked={values.terms === "on"}
          aria-invalid={fields.terms !== undefined}
          aria-describedby={fields.terms === undefined ? undefined : "terms-error"}
          label={t("terms", { program: clubName })}
        />
        {fields.terms !== undefined && (
          <p id="terms-error" className="-mt-2 ps-6.5 text-bad-ink text-xs">
            {fields.terms}
          </p>
        )}
        {purposes.map(({ code, label, hint }) => (
          <Checkbox
            key={code}
            name="agreed"
            value={code}
            defaultChecked={agreed.includes(code)}
            label={label}
            hint={hint}
          />
        ))}
        <p className="ps-6.5 text-ink-3 text-xs">{t("offersHint")}</p>
      </div>
      <Button type="submit" variant="accent" size="lg" pending={pending}>
        {t("joinSubmit")}
      </Button>
    </form>
  );
}
