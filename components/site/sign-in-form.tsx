"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { EMPTY_FORM, type FormState } from "@/lib/core/form-state";
import { FormMessage } from "./form-message";
import { PasswordInput } from "./password-input";

/** What the form calls its fields and its button. */
export type SignInWords = Record<"email" | "password" | "submit", string>;

/** E-mail and password, for the portal and for a club's wallet alike. Works without JavaScript. */
export function SignInForm({
  action,
  words,
  next,
  program,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  words: SignInWords;
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
      <Field label={words.email} error={state.fields.email} required>
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
      <Field label={words.password} error={state.fields.password} required>
        <PasswordInput name="password" autoComplete="current-password" controlSize="lg" />
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={pending} className="mt-1">
        {words.submit}
      </Button>
    </form>
  );
}
