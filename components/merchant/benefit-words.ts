import type { BenefitKind } from "@/lib/benefits/schema";

/** What kinds of benefits are called where merchants read of them. */
export const BENEFIT_WORDS: Readonly<Record<BenefitKind, string>> = {
  voucher: "Voucher",
  badge: "Badge",
  progress: "Challenge",
  tier: "Tier",
  tag: "Tag",
  segment: "Segment",
  notify: "Message",
  webhook: "Webhook",
};
