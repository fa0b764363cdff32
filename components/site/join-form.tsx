"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { EMPTY_FORM, type FormState } from "@/lib/core/form-state";
import { PASSWORD_HINT } from "@/lib/identity/schema";
import { FormMessage } from "./form-message";
import { PasswordInput } from "./password-input";

/** What a new member fills in. Works without JavaScript. */
export function JoinForm({
  action,
  program,
  clubName,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Slug of the club. */
  program: string;
  clubName: string;
}) {
  const [state, send, pending] = useActionState(action, EMPTY_FORM);
  const { fields, values } = state;
  return (
    <form action={send} className="flex flex-col gap-4" noValidate>
      <FormMessage message={state.message} />
      <input type="hidden" name="program" value={program} />
      <Field label="Name" error={fields.name} required>
        <Input name="name" autoComplete="name" controlSize="lg" defaultValue={values.name} />
      </Field>
      <Field label="E-mail" error={fields.email} required>
        <Input
          name="email"
          type="email"
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          controlSize="lg"
          defaultValue={values.email}
        />
      </Field>
      <Field label="Password" hint={PASSWORD_HINT} error={fields.password} required>
        <PasswordInput name="password" autoComplete="new-password" controlSize="lg" />
      </Field>
      <div className="flex flex-col gap-3 py-1">
        <Checkbox
          name="terms"
          required
          defaultChecked={values.terms === "on"}
          aria-invalid={fields.terms !== undefined}
          aria-describedby={fields.terms === undefined ? undefined : "terms-error"}
          label={`I agree that ${clubName} keeps my details and purchases to count my points.`}
        />
        {fields.terms !== undefined && (
          <p id="terms-error" className="-mt-2 ps-6.5 text-bad-ink text-xs">
            {fields.terms}
          </p>
        )}
        <Checkbox
          name="offers"
          defaultChecked={values.offers === "on"}
          label="Send me offers."
          hint="You can change this in your profile at any time."
        />
      </div>
      <Button type="submit" variant="accent" size="lg" pending={pending}>
        Join
      </Button>
    </form>
  );
}
