import { z } from "zod";
import { AWARD_FIGURES } from "@/lib/flows/report-campaign/schema";

/** Stands in addresses for purchases that name no store, and members without a tier. */
export const NONE = "-";

/** What can be looked at behind a campaign's results, as addresses name it. */
const SHOWN = [...AWARD_FIGURES, "members", "redeemed", "budget", "control", "treated"] as const;
export type Shown = (typeof SHOWN)[number];

const text = (length: number) => z.string().max(length).optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);

/** The parameters of a look behind a campaign's results: which figure, and what narrows it down. */
export const behindSearch = z.object({
  show: z.enum(SHOWN).optional().catch(undefined),
  from: day,
  to: day,
  /** `NONE`: purchases that name none, … */
  store: text(128),
  /** … and members without one. */
  tier: text(64),
  segment: text(64),
  member: text(64),
  /** A benefit by its kind and name. */
  kind: z
    .enum(["voucher", "badge", "progress", "tier", "tag", "segment", "notify", "webhook"])
    .optional()
    .catch(undefined),
  what: text(80),
  /** A budget by what it counts and for how long. */
  measure: z.enum(["points", "times", "costMinor"]).optional().catch(undefined),
  window: text(16),
  cursor: text(512),
});
export type BehindSearch = z.output<typeof behindSearch>;

/** What the figures that can be looked at are called. */
export const SHOWN_WORDS: Readonly<Record<Shown, string>> = {
  issued: "Issued",
  takenBack: "Taken back",
  benefits: "Benefits given",
  withdrawn: "Benefits withdrawn",
  used: "Vouchers used",
  awards: "Times",
  cost: "Cost",
  members: "Members reached",
  redeemed: "Redeemed",
  budget: "Budget",
  control: "Held out",
  treated: "Not held out",
};
