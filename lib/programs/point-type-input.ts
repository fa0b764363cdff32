import { z } from "zod";
import { expiry, ledgerPolicy, pending, returnPolicy } from "./policies";

/** Most point types of one program. */
export const MAX_POINT_TYPES = 20;

/** One minor unit a point. */
export const DEFAULT_VALUE_PER_THOUSAND_MINOR = 1_000;

/** At most a million minor units a point. */
const value = z.int("Whole minor units.").min(0, "At least 0.").max(1_000_000_000);

const name = z.string().trim().min(1, "Give it a name.").max(40);

export const pointTypeInput = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,39}$/, "Small letters, digits, _ and -, starting with a letter.")
    .meta({ description: "Stable name in campaigns and files.", examples: ["status"] }),
  name: name.meta({ description: "As members read it.", examples: ["status points"] }),
  spendable: z
    .boolean()
    .default(false)
    .meta({ description: "Whether it buys rewards; other types qualify for tiers and the like." }),
  expiry: expiry.default({ kind: "none" }),
  pending: pending.default({ kind: "immediate" }),
  returnPolicy: returnPolicy.default("debt"),
  valuePerThousandMinor: value.default(DEFAULT_VALUE_PER_THOUSAND_MINOR).meta({
    description:
      "What a thousand of them cost the program, in minor units: costs and budgets are reckoned by it.",
  }),
});
export type PointTypeInput = z.input<typeof pointTypeInput>;

export const pointTypeChange = z
  .strictObject({ name, expiry, pending, returnPolicy, valuePerThousandMinor: value })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "Name what is to change.");
export type PointTypeChange = z.input<typeof pointTypeChange>;

const { adjustments, holds, transfers, pools, graceDays } = ledgerPolicy.shape;
const adjustment = adjustments.unwrap().shape;
const hold = holds.unwrap().shape;
const transfer = transfers.unwrap().shape;
const pool = pools.unwrap().shape;

/** What of the ledger's policy is to change. Without the defaults: what is not named stays. */
export const ledgerPolicyChange = z.strictObject({
  adjustments: z
    .strictObject({
      approvalAbove: adjustment.approvalAbove.unwrap(),
      dailyAbove: adjustment.dailyAbove.unwrap(),
    })
    .partial()
    .optional(),
  holds: z
    .strictObject({
      defaultMinutes: hold.defaultMinutes.unwrap(),
      longestMinutes: hold.longestMinutes.unwrap(),
    })
    .partial()
    .optional(),
  transfers: z
    .strictObject({
      enabled: transfer.enabled.unwrap(),
      smallest: transfer.smallest.unwrap(),
      largest: transfer.largest.unwrap(),
      daily: transfer.daily.unwrap(),
      monthly: transfer.monthly.unwrap(),
    })
    .partial()
    .optional(),
  pools: z
    .strictObject({ enabled: pool.enabled.unwrap(), members: pool.members.unwrap() })
    .partial()
    .optional(),
  graceDays: graceDays.unwrap().optional(),
});
export type LedgerPolicyChange = z.input<typeof ledgerPolicyChange>;
