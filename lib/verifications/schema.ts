import { z } from "zod";
import { chainHead, LEDGER_CHECKS, type LedgerCheck, ledgerFinding } from "@/lib/wallet/schema";

export const VERIFICATION_STATES = ["waiting", "running", "sound", "broken", "failed"] as const;
export type VerificationState = (typeof VERIFICATION_STATES)[number];

/** What each check means, for people who never saw a table of it. */
export const CHECK_WORDS: Readonly<Record<LedgerCheck, { title: string; meaning: string }>> = {
  balance: { title: "Balances", meaning: "Every account holds what its transfers add up to." },
  counters: {
    title: "Lifetime counts",
    meaning: "Earned, returned, spent and expired are what the transfers say.",
  },
  floors: {
    title: "Nothing overdrawn",
    meaning: "No member has less than nothing. Only debts, and the source of all points, stand below zero.",
  },
  lots: { title: "Lots and balances", meaning: "The lots of an account add up to its balance." },
  lot: { title: "Each lot", meaning: "What remains of a lot is what its transfers gave and took." },
  held: { title: "Held points", meaning: "What an account sets aside is what its open holds hold." },
  pins: {
    title: "Holds and lots",
    meaning: "Each hold pins the lots that it says, and closed ones pin none.",
  },
  clearing: {
    title: "Points on their way",
    meaning: "What has left one member and not reached another waits to be delivered.",
  },
  sides: {
    title: "From where to where",
    meaning:
      "Each kind of transfer runs between the accounts that it is for. Points come from the issuing account alone.",
  },
  numbers: { title: "Transfer numbers", meaning: "Transfers are numbered without a gap." },
  entries: { title: "Entry numbers", meaning: "Statement entries are numbered without a gap or a repeat." },
  lanes: { title: "Lanes", meaning: "Everything about a member is in one lane, in one order." },
  balance_after: { title: "Running balances", meaning: "Each transfer says the balance that it led to." },
  decisions: {
    title: "Entries and transfers",
    meaning: "Each entry moved what it says, and nothing moved without one.",
  },
  statement: { title: "Statements", meaning: "Each entry says the balance that all before it led to." },
  reversals: { title: "Reversals", meaning: "Nothing is undone more than once, or by more than it was." },
  events: { title: "Events", meaning: "Every event is posted, set aside or waiting: one of these, once." },
  caps: { title: "Limits", meaning: "What campaigns count against their limits is what they gave." },
  budgets: {
    title: "Budgets",
    meaning:
      "What a campaign has used of its budgets is what its awards add up to, and no more is reserved than there is.",
  },
  campaign_totals: { title: "Campaign totals", meaning: "A campaign's total is what its awards add up to." },
  day_totals: { title: "Day totals", meaning: "The figures of each day are what was posted on it." },
  returned_lines: {
    title: "Returns",
    meaning: "Purchases gave back what their returns took, and never more than they earned.",
  },
  history: {
    title: "What members have done",
    meaning: "What campaigns count of members’ history is what their purchases and events say.",
  },
  redemption_holds: {
    title: "Redemptions under way",
    meaning: "Each has an open hold over its points, and no other hold is kept for one.",
  },
  redemption_spends: {
    title: "Redemptions done",
    meaning: "Each spent its points by one entry, which is reversed where it was taken back.",
  },
  pool_codes: {
    title: "Codes handed out",
    meaning: "Each code from a pool is the voucher of one redemption, and no redemption has two.",
  },
  redemption_vouchers: {
    title: "Vouchers of redemptions",
    meaning: "Each belongs to a redemption that was fulfilled, and counts no more where that was taken back.",
  },
  chain: {
    title: "Chain of blocks",
    meaning:
      "Every posting is sealed with the one before it: a changed, removed or swapped transfer breaks its seal.",
  },
  anchor: {
    title: "Kept heads",
    meaning:
      "The chains still contain the heads that were kept elsewhere. Compared by the command ledger:verify.",
  },
};

const count = z.int().min(0);

/** A look at the whole ledger. Instants are ISO 8601. */
export const verificationDto = z.object({
  id: z.string().meta({ examples: ["job_01h455vb4pex5vsknk084sn02q"] }),
  state: z.enum(VERIFICATION_STATES).meta({
    description: "`sound`: everything held. `broken`: see `findings`. `failed`: it could not be done.",
  }),
  startedBy: z.string().meta({ description: "The person, API key or job that asked for it." }),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  progress: z.object({ checksDone: count, checks: count, blocksWalked: count, blocks: count }),
  findings: z
    .array(ledgerFinding)
    .meta({ description: "Places that are not as they should be; at most 20 of each check." }),
  broken: z
    .partialRecord(z.enum(LEDGER_CHECKS), count)
    .meta({ description: "How many places break each check, of those that are broken." }),
  counts: z
    .object({ events: count, entries: count, transfers: count, accounts: count, lots: count, blocks: count })
    .nullable()
    .meta({ description: "What was looked at." }),
  heads: z.array(chainHead),
  error: z.string().nullable(),
});
export type VerificationDto = z.output<typeof verificationDto>;

export const ledgerHeads = z.object({ heads: z.array(chainHead) });
