"use server";

import { redirect } from "next/navigation";
import { parseForm, refusedForm } from "@/lib/actions/form";
import { currentUser } from "@/lib/auth/session";
import { countJoinAttempt } from "@/lib/auth/sign-in-limits";
import { currentAttempt, startPortalSession } from "@/lib/auth/start-session";
import type { FormState } from "@/lib/core/form-state";
import { acceptInvitation, joinTeam, readHomePath } from "@/lib/identity";
import { acceptance, invitationToken } from "@/lib/identity/schema";

const KEEP = ["name"];

/** Makes the invited person's account, signs them in and opens the portal. */
export async function accept(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(acceptance.extend(invitationToken.shape), form, KEEP);
  if (!parsed.ok) return parsed.state;
  const { token, ...person } = parsed.data;
  let home: string;
  try {
    const attempt = await currentAttempt();
    await countJoinAttempt(attempt.address);
    const { userId } = await acceptInvitation(token, person);
    await startPortalSession({ userId }, attempt.now);
    home = (await readHomePath(userId)) ?? "/sign-in";
  } catch (error) {
    return refusedForm(error, form, KEEP);
  }
  redirect(home);
}

/** Puts the signed-in person in the team that invited them. */
export async function joinInvitingTeam(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(invitationToken, form, []);
  if (!parsed.ok) return parsed.state;
  const { token } = parsed.data;
  const user = await currentUser();
  if (user === null) redirect(`/sign-in?next=${encodeURIComponent(`/invite/${token}`)}`);
  let home: string;
  try {
    await joinTeam(token, user);
    home = (await readHomePath(user.userId)) ?? "/sign-in";
  } catch (error) {
    return refusedForm(error, form, []);
  }
  redirect(home);
}
