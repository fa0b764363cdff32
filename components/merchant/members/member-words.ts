import type { Tone } from "@/components/ui/badge";
import type { MemberStatus } from "@/lib/members/schema";

/** What the portal calls the state of a member. */
export const STATUS_WORDS: Record<MemberStatus, { label: string; tone: Tone }> = {
  active: { label: "Active", tone: "good" },
  blocked: { label: "Blocked", tone: "bad" },
  closed: { label: "Left", tone: "neutral" },
};

/** A card number in groups, as on the card: BC44107729 → "BC 4410 7729". */
export function groupCardNumber(cardNumber: string): string {
  const [, prefix = "", digits = ""] = /^(\D*)(.*)$/u.exec(cardNumber) ?? [];
  return [prefix, ...(digits.match(/.{1,4}/gu) ?? [])].filter(Boolean).join(" ");
}
