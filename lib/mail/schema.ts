import { z } from "zod";
import { pageQuery } from "@/lib/core/schema";

export const MAIL_STATES = ["waiting", "sent", "failed", "kept"] as const;
export type MailState = (typeof MAIL_STATES)[number];

export const mailQuery = pageQuery.extend({
  state: z.enum(MAIL_STATES).optional(),
  /** The whole address. */
  to: z.string().trim().toLowerCase().max(254).optional(),
});
export type MailQuery = z.output<typeof mailQuery>;

/** A mail as those see it who look after them. Instants are ISO 8601. */
export const mailDto = z.object({
  id: z.string(),
  /** What it is about, such as `join_code`. */
  kind: z.string(),
  memberId: z.string().nullable(),
  /** null once its content has been removed. */
  recipient: z.string().nullable(),
  /** Also null where it carries a secret and a mail server has it, or will; like the text. */
  subject: z.string().nullable(),
  text: z.string().nullable(),
  state: z.enum(MAIL_STATES),
  attempts: z.int(),
  createdAt: z.string(),
  /** When it is tried next; null once it is over. */
  nextAttemptAt: z.string().nullable(),
  lastError: z.string().nullable(),
});
export type MailDto = z.output<typeof mailDto>;
