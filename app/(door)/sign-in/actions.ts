"use server";

import { redirect } from "next/navigation";
import { parseForm, refusedForm } from "@/lib/actions/form";
import { safeNext } from "@/lib/auth/safe-next";
import { currentAttempt, startPortalSession } from "@/lib/auth/start-session";
import type { FormState } from "@/lib/core/form-state";
import { readHomePath, signInWithPassword } from "@/lib/identity";
import { credentials } from "@/lib/identity/schema";

const KEEP = ["email"];

/** Signs a portal user in and opens the page they wanted, else their first program. */
export async function signIn(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(credentials, form, KEEP);
  if (!parsed.ok) return parsed.state;
  let home: string;
  try {
    const attempt = await currentAttempt();
    const { userId } = await signInWithPassword(parsed.data, attempt);
    await startPortalSession({ userId }, attempt.now);
    home = (await readHomePath(userId)) ?? "/sign-in";
  } catch (error) {
    return refusedForm(error, form, KEEP);
  }
  redirect(safeNext(form.get("next")?.toString(), home));
}
