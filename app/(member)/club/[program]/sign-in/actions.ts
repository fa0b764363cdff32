"use server";

import { redirect } from "next/navigation";
import { parseForm, refusedForm } from "@/lib/actions/form";
import { systemCtx } from "@/lib/auth/context";
import { safeNext } from "@/lib/auth/safe-next";
import { currentAttempt, startMemberSession } from "@/lib/auth/start-session";
import type { FormState } from "@/lib/core/form-state";
import { clubLocale } from "@/lib/i18n/request";
import { signInMember } from "@/lib/identity";
import { memberCredentials } from "@/lib/identity/schema";
import { stayMember } from "@/lib/privacy";
import { readProgramBySlug } from "@/lib/programs";

const KEEP = ["email"];

/** Signs a member in to the wallet of one club. */
export async function signInToClub(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await clubLocale(String(form.get("program")));
  const parsed = parseForm(memberCredentials, form, KEEP, locale);
  if (!parsed.ok) return parsed.state;
  const { program: slug, ...credentials } = parsed.data;
  try {
    const attempt = await currentAttempt();
    const { programId } = await readProgramBySlug(slug);
    const { memberId } = await signInMember(programId, credentials, attempt);
    // Whoever had asked to be forgotten, and comes back in time, stays.
    await stayMember(systemCtx(programId, "sign_in"), memberId);
    await startMemberSession({ programId, memberId }, attempt.now);
  } catch (error) {
    return refusedForm(error, form, KEEP, locale);
  }
  redirect(safeNext(form.get("next")?.toString(), `/club/${slug}`));
}
