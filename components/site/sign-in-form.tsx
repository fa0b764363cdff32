"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { EMPTY_FORM, type FormState } from "@/lib/core/form-state";
import { FormMessage } from "./form-message";
import { PasswordInput } from "./password-input";

/** E-mail and password, for the portal and for a club's wallet alike. Works without JavaScript. */
export function SignInForm({
  action,
  next,
  program,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Path to open afterwards. */
  next?: string;
  /** Slug of the club, for members. */
  program?: string;
}) {
  const [state, send, pending] = useActionState(action, EMPTY_FORM);
  return (
    <form action={send} className="flex flex-col gap-4" noValidate>
      <FormMessage message={state.message} />
      {next && <input type="hidden" name="next" value={next} />}
      {program && <input type="hidden" name="program" value={program} />}
      <Field label="E-mail" error={state.fields.email} required>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          controlSize="lg"
          defaultValue={state.values.email}
        />
      </Field>
      <Field label="Password" error={state.fields.password} required>
        <PasswordInput name="password" autoComplete="current-password" controlSize="lg" />
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={pending} className="mt-1">
        Sign in
      </Button>
    </form>
  );
}
