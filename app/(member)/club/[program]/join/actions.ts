"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { parseForm, refusedForm } from "@/lib/actions/form";
import { type MemberCtx, systemCtx } from "@/lib/auth/context";
import { countJoinAttempt } from "@/lib/auth/sign-in-limits";
import { currentAttempt } from "@/lib/auth/start-session";
import { AppError } from "@/lib/core/errors";
import type { FormState } from "@/lib/core/form-state";
import { newPassword } from "@/lib/identity/schema";
import { joinProgram, setConsent } from "@/lib/members";
import { joinRequest } from "@/lib/members/schema";
import { readProgramBySlug } from "@/lib/programs";

const KEEP = ["name", "email", "terms", "offers"];

const joinForm = joinRequest.extend({
  program: z.string().max(64),
  password: newPassword,
  terms: z.literal("on", "Agree to the terms to join."),
  offers: z.literal("on").optional(),
});

/**
 * Makes somebody a member. It ends on the same page with the same words whether or not the e-mail has joined
 * before, after the same hashing work: otherwise the form would tell anybody who asks which addresses are
 * members. For the same reason it does not sign the new member in; the sign-in that follows asks for the
 * password, which only the owner of an existing account has, and is limited for each account and address.
 */
export async function join(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(joinForm, form, KEEP);
  if (!parsed.ok) return parsed.state;
  const { program: slug, offers, terms: _agreed, ...request } = parsed.data;
  try {
    const { address } = await currentAttempt();
    await countJoinAttempt(address);
    const { programId } = await readProgramBySlug(slug);
    await joinOnce(programId, request, offers === "on");
  } catch (error) {
    return refusedForm(error, form, KEEP);
  }
  redirect(`/club/${slug}/sign-in?joined`);
}

async function joinOnce(
  programId: string,
  request: z.output<typeof joinRequest>,
  offers: boolean,
): Promise<void> {
  const ctx = systemCtx(programId, "join");
  try {
    const { memberId } = await joinProgram(ctx, request);
    const own: MemberCtx = { ...ctx, actor: { kind: "member", memberId } };
    await setConsent(own, { purpose: "offers", granted: offers });
  } catch (error) {
    if (!(error instanceof AppError && error.code === "member_exists")) throw error;
  }
}
