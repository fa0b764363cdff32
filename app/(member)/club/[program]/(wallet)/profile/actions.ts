"use server";

import { z } from "zod";
import { memberAction } from "@/lib/actions";
import { newPassword } from "@/lib/identity/schema";
import { changeMemberPassword, setConsent, updateOwnProfile } from "@/lib/members";
import { consentChoice, profileChange } from "@/lib/members/schema";

const passwordChange = z.object({
  currentPassword: z.string().min(1, "Enter your current password.").max(128),
  newPassword,
});

export const saveProfile = memberAction(profileChange, updateOwnProfile);

export const saveConsent = memberAction(consentChoice, setConsent);

export const changePassword = memberAction(passwordChange, changeMemberPassword);
