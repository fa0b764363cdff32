"use server";

import { getLocale } from "next-intl/server";
import { z } from "zod";
import { memberAction } from "@/lib/actions";
import { currentAttempt } from "@/lib/auth/start-session";
import { toTypeId } from "@/lib/core/ids";
import { typeId } from "@/lib/core/schema";
import { typedCode } from "@/lib/email-codes/schema";
import { confirmEmailChange, requestEmailChange } from "@/lib/flows/enter-club";
import { memberEmail } from "@/lib/members/schema";

/** Sends a code to the address that the member wants to be written to. */
export const askForEmailChange = memberAction(z.object({ email: memberEmail }), async (ctx, { email }) => {
  const { address } = await currentAttempt();
  const { codeId } = await requestEmailChange(ctx, email, { address, locale: await getLocale() });
  return { id: toTypeId("code", codeId) };
});

/** Changes the address once its code is typed. */
export const changeEmail = memberAction(
  z.object({ id: typeId("code"), code: typedCode }),
  async (ctx, { id, code }) => {
    const { address } = await currentAttempt();
    return confirmEmailChange(ctx, { codeId: id, code, address });
  },
);
