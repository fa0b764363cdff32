"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasswordInput } from "@/components/site/password-input";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useInterfaceWords } from "@/components/ui/interface-words";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import { useAction } from "./use-action";

type Change = { program: string; currentPassword?: string; newPassword: string };

/**
 * Closed until it is wanted; the current password is asked for where there is one, so that a borrowed phone cannot
 * change it.
 */
export function PasswordForm({
  program,
  email,
  hasPassword,
  minLength,
  change,
}: {
  program: string;
  email: string | null;
  hasPassword: boolean;
  /** Characters of a password. */
  minLength: number;
  change: (input: Change) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("profile");
  const words = useInterfaceWords();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const { run, pending, fields, message } = useAction(change);

  const title = t(hasPassword ? "changePassword" : "setPassword");
  if (!open) {
    return (
      <Button size="lg" className="mt-4 max-sm:w-full" onClick={() => setOpen(true)}>
        {title}
      </Button>
    );
  }

  async function submit(form: FormData) {
    const changed = await run({
      program,
      ...(hasPassword && { currentPassword: String(form.get("currentPassword")) }),
      newPassword: String(form.get("newPassword")),
    });
    if (changed === null) return;
    toast.success(t("passwordChanged"));
    setOpen(false);
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
      {/* For password managers, which look for the account that the password belongs to. */}
      <input type="hidden" name="username" autoComplete="username" value={email ?? ""} readOnly />
      {hasPassword && (
        <Field label={t("currentPassword")} error={fields.currentPassword} required>
          <PasswordInput name="currentPassword" autoComplete="current-password" controlSize="lg" autoFocus />
        </Field>
      )}
      <Field
        label={t("newPassword")}
        hint={t("passwordHint", { count: minLength })}
        error={fields.newPassword}
        required
      >
        <PasswordInput name="newPassword" autoComplete="new-password" controlSize="lg" />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" size="lg" pending={pending}>
          {title}
        </Button>
        <Button variant="ghost" size="lg" onClick={() => setOpen(false)}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
