"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { EMPTY_FORM, type FormState } from "@/lib/core/form-state";
import { PASSWORD_HINT } from "@/lib/identity/schema";
import { FormMessage } from "./form-message";
import { PasswordInput } from "./password-input";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** An invited person chooses name and password. Works without JavaScript. */
export function AcceptForm({ action, token, email }: { action: Action; token: string; email: string }) {
  const [state, send, pending] = useActionState(action, EMPTY_FORM);
  return (
    <form action={send} className="flex flex-col gap-4" noValidate>
      <FormMessage message={state.message} />
      <input type="hidden" name="token" value={token} />
      <Field label="E-mail" hint="The invitation is for this address.">
        <Input type="email" value={email} readOnly autoComplete="username" controlSize="lg" />
      </Field>
      <Field label="Your name" error={state.fields.name} required>
        <Input name="name" autoComplete="name" controlSize="lg" defaultValue={state.values.name} />
      </Field>
      <Field label="Password" hint={PASSWORD_HINT} error={state.fields.password} required>
        <PasswordInput name="password" autoComplete="new-password" controlSize="lg" />
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={pending} className="mt-1">
        Join the team
      </Button>
    </form>
  );
}

/** Somebody who has an account and is signed in joins with one press. */
export function JoinTeamForm({ action, token }: { action: Action; token: string }) {
  const [state, send, pending] = useActionState(action, EMPTY_FORM);
  return (
    <form action={send} className="flex flex-col gap-4">
      <FormMessage message={state.message} />
      <input type="hidden" name="token" value={token} />
      <Button type="submit" variant="primary" size="lg" pending={pending}>
        Join the team
      </Button>
    </form>
  );
}
