import type { Tone } from "@/components/ui/badge";
import type { Fulfilment, RewardKind, RewardSummary } from "@/lib/rewards/schema";

/** What the kinds are that a company can supply, in words to that company. */
export const PROPOSED_KIND_TEXTS: Partial<Record<RewardKind, string>> = {
  pool_voucher: "Codes of your own shop that you upload, each handed out once.",
  physical: "Picked up or sent. You mark it done.",
  digital: "A book, a ticket, a link. You send it, or your system does.",
  service: "Something that you do for the member: a class, a repair, a visit.",
  donation: "Members give their points; you do the good.",
};

/** Who brings it to the member, in words to the company that supplies it. */
export const SUPPLIER_FULFILMENTS: Record<Fulfilment, { label: string; text: string }> = {
  code: { label: "A code, at once", text: "The member has the voucher as soon as the points are spent." },
  manual: { label: "By hand", text: "Each order is under Orders, and you mark it done." },
  partner_api: { label: "Your system", text: "It is called for each order and answers when it is done." },
  none: { label: "Nothing to do", text: "It is done when the points are spent." },
};

/** How a reward stands, in words to the company that supplies it. */
export function supplierState({ state, proposal }: Pick<RewardSummary, "state" | "proposal">): {
  label: string;
  tone: Tone;
} {
  if (state === "published") return { label: "In the catalogue", tone: "good" };
  if (state === "archived") return { label: "Out of the catalogue", tone: "neutral" };
  switch (proposal?.state) {
    case "drawn_up":
      return { label: "Your draft", tone: "neutral" };
    case "waiting":
      return { label: "Sent", tone: "info" };
    case "returned":
      return { label: "Needs another look", tone: "warn" };
    default:
      return { label: "Not yet in the catalogue", tone: "neutral" };
  }
}
