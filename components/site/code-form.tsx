"use client";

import { useTranslations } from "next-intl";
import { useActionState, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { EMPTY_FORM, type FormState } from "@/lib/core/form-state";
import { FormMessage } from "./form-message";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

const PAUSE_MS = 30_000;
/** In any digits, as the form that is sent takes them. */
const WHOLE_CODE = /^\p{Nd}{6}$/u;

/** Six digits from a mail, sent as soon as they are there; another mail where none came. Works without JavaScript. */
export function CodeForm({
  enter,
  resend,
  program,
  codeId,
  next,
  resendAt,
}: {
  enter: Action;
  resend: Action;
  /** Slug of the club. */
  program: string;
  /** TypeID: which mail is meant. */
  codeId: string;
  /** Path to open afterwards. */
  next: string;
  /** When another mail can be asked for, ISO 8601; null: no more. */
  resendAt: string | null;
}) {
  const t = useTranslations("entry");
  const [entered, sendCode, entering] = useActionState(enter, EMPTY_FORM);
  const [asked, ask, asking] = useActionState(resend, EMPTY_FORM);
  // What was wrong with a code says nothing about the next one.
  const [settled, setSettled] = useState<FormState>(EMPTY_FORM);
  const refused = entered === settled ? EMPTY_FORM : entered;
  const sendWhenWhole = useSendWhenWhole();
  const sentAgain = asked.values.at === undefined ? null : Number(asked.values.at) + PAUSE_MS;
  const wait = useSecondsUntil(sentAgain ?? (resendAt === null ? null : Date.parse(resendAt)));
  const hidden = (
    <>
      <input type="hidden" name="program" value={program} />
      <input type="hidden" name="id" value={codeId} />
    </>
  );
  return (
    <>
      <form action={sendCode} className="flex flex-col gap-4" noValidate>
        <FormMessage message={refused.message} />
        {hidden}
        <input type="hidden" name="next" value={next} />
        <Field label={t("codeLabel")} hint={t("codeHint")} error={refused.fields.code} required>
          <Input
            name="code"
            autoComplete="one-time-code"
            inputMode="numeric"
            enterKeyHint="go"
            maxLength={12}
            autoFocus
            {...sendWhenWhole}
            dir="ltr"
            controlSize="lg"
            className="text-center font-mono text-xl tracking-[0.3em]"
          />
        </Field>
        <Button type="submit" variant="accent" size="lg" pending={entering}>
          {t("codeSubmit")}
        </Button>
      </form>
      {resendAt !== null && (
        <form action={ask} onSubmit={() => setSettled(entered)} className="mt-4 flex flex-col gap-3">
          {hidden}
          {asked.values.resent && <Notice tone="good">{asked.values.resent}</Notice>}
          <FormMessage message={asked.message} />
          <Button type="submit" variant="ghost" size="lg" pending={asking} disabled={wait > 0}>
            {wait > 0 ? t("resendIn", { seconds: wait }) : t("resend")}
          </Button>
        </form>
      )}
    </>
  );
}

/** Sends the form of a field once its code is whole: by itself each code once, and by the button as often as wanted. */
function useSendWhenWhole() {
  const field = useRef<HTMLInputElement>(null);
  const sent = useRef("");
  const look = useCallback(() => {
    const typed = field.current?.value.replace(/[\s-]/g, "") ?? "";
    if (!WHOLE_CODE.test(typed) || typed === sent.current) return;
    sent.current = typed;
    field.current?.form?.requestSubmit();
  }, []);
  // It may have been typed or filled in before the page came alive.
  useEffect(look, [look]);
  return { ref: field, onChange: look };
}

/** Whole seconds until an instant, counted down; 0 before the page has come alive, so that it works without. */
function useSecondsUntil(instant: number | null): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (instant === null) return;
    const count = () => setSeconds(Math.max(0, Math.ceil((instant - Date.now()) / 1_000)));
    count();
    const timer = setInterval(count, 1_000);
    return () => clearInterval(timer);
  }, [instant]);
  return seconds;
}
