"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { memberAction } from "@/lib/actions";
import { LOCALE_COOKIE, LOCALE_COOKIE_OPTIONS } from "@/lib/i18n/locales";
import { newPassword } from "@/lib/identity/schema";
import { changeMemberPassword, updateOwnProfile } from "@/lib/members";
import { profileChange } from "@/lib/members/schema";

const passwordChange = z.object({
  currentPassword: z.string().min(1, "Enter your current password.").max(128).optional(),
  newPassword,
});

export const saveProfile = memberAction(profileChange, updateOwnProfile);

/** The member's choice also counts on this device when they are signed out; null lets device and club decide again. */
export const chooseLocale = memberAction(profileChange.pick({ locale: true }), async (ctx, { locale }) => {
  await updateOwnProfile(ctx, { locale });
  const jar = await cookies();
  if (locale) jar.set(LOCALE_COOKIE, locale, LOCALE_COOKIE_OPTIONS);
  else jar.delete(LOCALE_COOKIE);
  return { locale };
});

export const changePassword = memberAction(passwordChange, changeMemberPassword);
