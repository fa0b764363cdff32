"use server";

import { cookies } from "next/headers";
import { LANGUAGES, LOCALE_COOKIE, LOCALE_COOKIE_OPTIONS } from "@/lib/i18n/locales";

/** Speaks to whoever uses this browser in the language of the form; what a member has chosen still goes first. */
export async function chooseLanguage(form: FormData): Promise<void> {
  const language = LANGUAGES.find((known) => known === form.get("language"));
  if (language !== undefined) (await cookies()).set(LOCALE_COOKIE, language, LOCALE_COOKIE_OPTIONS);
}
