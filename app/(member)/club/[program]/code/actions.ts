"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { parseForm, refusedForm } from "@/lib/actions/form";
import { systemCtx } from "@/lib/auth/context";
import { safeNext } from "@/lib/auth/safe-next";
import { currentAttempt, startMemberSession } from "@/lib/auth/start-session";
import type { FormState } from "@/lib/core/form-state";
import { EMPTY_FORM } from "@/lib/core/form-state";
import { typeId } from "@/lib/core/schema";
import { typedCode } from "@/lib/email-codes/schema";
import { enterWithCode, resendEntryCode } from "@/lib/flows/enter-club";
import { clubLocale } from "@/lib/i18n/request";
import { readProgramBySlug } from "@/lib/programs";

const asked = z.object({ program: z.string().max(64), id: typeId("code") });

/** Lets in whoever knows the code. */
export async function enter(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await clubLocale(String(form.get("program")));
  const parsed = parseForm(asked.extend({ code: typedCode }), form, [], locale);
  if (!parsed.ok) return parsed.state;
  const { program: slug, id: codeId, code } = parsed.data;
  try {
    const { address, now } = await currentAttempt();
    const { programId } = await readProgramBySlug(slug);
    const { memberId } = await enterWithCode(systemCtx(programId, "enter"), { codeId, code, address });
    await startMemberSession({ programId, memberId }, now);
  } catch (error) {
    return refusedForm(error, form, [], locale);
  }
  redirect(safeNext(form.get("next")?.toString(), `/club/${slug}`));
}

/** Sends another code in place of the one before. */
export async function resend(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await clubLocale(String(form.get("program")));
  const parsed = parseForm(asked, form, [], locale);
  if (!parsed.ok) return parsed.state;
  const { program: slug, id: codeId } = parsed.data;
  try {
    const { address } = await currentAttempt();
    const { programId } = await readProgramBySlug(slug);
    await resendEntryCode(systemCtx(programId, "enter"), codeId, address);
  } catch (error) {
    return refusedForm(error, form, [], locale);
  }
  const t = await getTranslations({ locale, namespace: "entry" });
  return { ...EMPTY_FORM, values: { resent: t("resent"), at: String(Date.now()) } };
}
