import { z } from "zod";
import { westernDigits } from "@/lib/core/typed-number";

export const CODE_PURPOSES = ["join", "sign_in", "change_email"] as const;
export type CodePurpose = (typeof CODE_PURPOSES)[number];

/** As people type or paste it: with spaces, in any of the digits that they write. */
export const typedCode = z
  .string()
  .max(40)
  .transform((typed) => westernDigits(typed).replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "Enter the six digits from the mail."));

/** What whoever asked for a code may know while they type it. */
export type PendingCode = {
  codeId: string;
  purpose: CodePurpose;
  email: string;
  /** ISO 8601. */
  expiresAt: string;
  /** When another mail can be asked for; null: no more. ISO 8601. */
  resendAt: string | null;
};
