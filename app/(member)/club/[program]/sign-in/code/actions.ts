"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { parseForm, refusedForm } from "@/lib/actions/form";
import { systemCtx } from "@/lib/auth/context";
import { safeNext } from "@/lib/auth/safe-next";
import { currentAttempt } from "@/lib/auth/start-session";
import type { FormState } from "@/lib/core/form-state";
import { toTypeId } from "@/lib/core/ids";
import { joinWish, requestSignInCode } from "@/lib/flows/enter-club";
import { clubLocale } from "@/lib/i18n/request";
import { readProgramBySlug } from "@/lib/programs";

const KEEP = ["email"];
const codeForm = z.object({ program: z.string().max(64), email: joinWish.shape.email });

/** Sends a code to whoever wants to sign in without a password; it ends alike whether or not the address is known. */
export async function askForCode(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await clubLocale(String(form.get("program")));
  const parsed = parseForm(codeForm, form, KEEP, locale);
  if (!parsed.ok) return parsed.state;
  const { program: slug, email } = parsed.data;
  const home = `/club/${slug}`;
  let codeId: string;
  try {
    const { address } = await currentAttempt();
    const { programId } = await readProgramBySlug(slug);
    const asking = { address, locale };
    ({ codeId } = await requestSignInCode(systemCtx(programId, "sign-in"), email, asking));
  } catch (error) {
    return refusedForm(error, form, KEEP, locale);
  }
  const next = safeNext(form.get("next")?.toString(), home);
  const query = new URLSearchParams({ id: toTypeId("code", codeId), ...(next !== home && { next }) });
  redirect(`${home}/code?${query}`);
}
