"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { parseForm, refusedForm } from "@/lib/actions/form";
import { systemCtx } from "@/lib/auth/context";
import { currentAttempt } from "@/lib/auth/start-session";
import type { FormState } from "@/lib/core/form-state";
import { toTypeId } from "@/lib/core/ids";
import { joinWish, requestJoin } from "@/lib/flows/enter-club";
import { clubLocale } from "@/lib/i18n/request";
import { readProgramBySlug } from "@/lib/programs";

const KEEP = ["name", "email", "terms", "referral"];

const joinForm = z.object({
  program: z.string().max(64),
  name: joinWish.shape.name,
  email: joinWish.shape.email,
  referral: z.string().max(32).optional(),
  terms: z.literal("on", "Agree to the terms to join."),
});

/**
 * Sends a code to whoever wants to become a member, and opens the page where it is typed. It ends there with the same
 * words whether or not the e-mail has joined before: otherwise the form would tell anybody who asks which addresses
 * are members. Only the mail knows.
 */
export async function join(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await clubLocale(String(form.get("program")));
  const agreed = form.getAll("agreed").map(String);
  const parsed = parseForm(joinForm, form, KEEP, locale);
  if (!parsed.ok) return withAgreed(parsed.state, agreed);
  const { program: slug, name, email, referral } = parsed.data;
  let codeId: string;
  try {
    const { address } = await currentAttempt();
    const { programId } = await readProgramBySlug(slug);
    const wish = { name, email, agreed, referral: referral ? referral : null };
    const asking = { address, locale };
    ({ codeId } = await requestJoin(systemCtx(programId, "join"), wish, asking));
  } catch (error) {
    return withAgreed(refusedForm(error, form, KEEP, locale), agreed);
  }
  redirect(`/club/${slug}/code?id=${toTypeId("code", codeId)}`);
}

/** What was ticked stays ticked. */
function withAgreed(state: FormState, agreed: readonly string[]): FormState {
  return { ...state, values: { ...state.values, agreed: agreed.join(" ") } };
}
