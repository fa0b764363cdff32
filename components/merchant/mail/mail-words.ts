import type { Tone } from "@/components/ui/badge";
import type { MailState } from "@/lib/mail/schema";

export const MAIL_WORDS: Record<MailState, { label: string; tone: Tone }> = {
  waiting: { label: "Waiting", tone: "warn" },
  sent: { label: "Sent", tone: "good" },
  failed: { label: "Given up", tone: "bad" },
  kept: { label: "Kept here", tone: "neutral" },
};

const KINDS: Record<string, string> = {
  join_code: "Code to join",
  sign_in_code: "Code to sign in",
  sign_in_unknown: "No card with this address",
  sign_in_blocked: "Card is blocked",
  change_email_code: "Code for another address",
  change_email_taken: "Address is taken",
  email_changed: "Address was changed",
  stock_low: "Running low",
  reward_proposal: "Reward of a partner",
  invitation: "Invitation",
  invitation_expired: "Invitation expired",
};

/** What a mail is about; other parts of the product send kinds of their own. */
export function mailKind(kind: string): string {
  const words = KINDS[kind] ?? kind.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
