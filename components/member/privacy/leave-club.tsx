"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasswordInput } from "@/components/site/password-input";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/actions";
import type { ErasurePreview } from "@/lib/privacy/schema";
import { forgetCards } from "../kept-card";
import { useAction } from "../use-action";
import { unsubscribeBrowser } from "./push-browser";
import { WhatIsLost } from "./what-is-lost";

type Left = { dueAt: string; atOnce: boolean };

/**
 * Ends the membership for good: says what is lost before, asks once more who it is that asks, and lets go of everything
 * that this device has kept.
 */
export function LeaveClub({
  program,
  programName,
  pointName,
  /** Null: the member has no address either. */
  email,
  hasPassword,
  preview,
  leave,
  sendCode,
  leaveWithCode,
}: {
  program: string;
  programName: string;
  pointName: string;
  email: string | null;
  hasPassword: boolean;
  preview: ErasurePreview;
  leave: (input: { program: string; password: string }) => Promise<ActionResult<Left>>;
  sendCode: (input: { program: string }) => Promise<ActionResult<{ codeId: string }>>;
  leaveWithCode: (input: { program: string; codeId: string; code: string }) => Promise<ActionResult<Left>>;
}) {
  const t = useTranslations("privacy");
  const [open, setOpen] = useState(false);
  const [codeId, setCodeId] = useState<string | null>(null);
  const byPassword = useAction(leave);
  const byCode = useAction(leaveWithCode);
  const sending = useAction(sendCode);
  const proof = hasPassword ? byPassword : byCode;

  async function submit(form: FormData) {
    const left = hasPassword
      ? await byPassword.run({ program, password: String(form.get("password") ?? "") })
      : await byCode.run({ program, codeId: codeId ?? "", code: String(form.get("code") ?? "") });
    if (left === null) return;
    await Promise.all([forgetCards(), unsubscribeBrowser().catch(() => null)]);
    const query = left.atOnce ? "left" : `left=${encodeURIComponent(left.dueAt)}`;
    window.location.assign(`/club/${program}/sign-in?${query}`);
  }

  async function askForCode() {
    const sent = await sending.run({ program });
    if (sent !== null) setCodeId(sent.codeId);
  }

  const canProve = hasPassword || codeId !== null;
  return (
    <>
      <p className="mt-1 text-base text-ink-2">{t("leaveIntro", { program: programName })}</p>
      <Button variant="danger" size="lg" className="mt-4 max-sm:w-full" onClick={() => setOpen(true)}>
        {t("leave")}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t("leaveTitle")}>
        <form
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void submit(new FormData(event.currentTarget));
          }}
        >
          <WhatIsLost preview={preview} pointName={pointName} />
          {(proof.message ?? sending.message) && (
            <Notice tone="bad">{proof.message ?? sending.message}</Notice>
          )}
          {hasPassword && (
            <Field label={t("password")} error={byPassword.fields.password} required>
              <PasswordInput name="password" autoComplete="current-password" controlSize="lg" />
            </Field>
          )}
          {!hasPassword && email === null && (
            <Notice tone="warn">{t("cannot", { program: programName })}</Notice>
          )}
          {!hasPassword && email !== null && codeId === null && (
            <Button size="lg" pending={sending.pending} onClick={() => void askForCode()}>
              {t("sendCode")}
            </Button>
          )}
          {codeId !== null && (
            <Field
              label={t("code")}
              hint={t("codeSent", { email: email ?? "" })}
              error={byCode.fields.code}
              required
            >
              <Input
                name="code"
                autoComplete="one-time-code"
                inputMode="numeric"
                maxLength={12}
                dir="ltr"
                controlSize="lg"
                className="font-mono"
              />
            </Field>
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <Button size="lg" variant="ghost" onClick={() => setOpen(false)}>
              {t("cancel")}
            </Button>
            {canProve && (
              <Button type="submit" size="lg" variant="danger" pending={proof.pending}>
                {t("confirm")}
              </Button>
            )}
          </div>
        </form>
      </Dialog>
    </>
  );
}
