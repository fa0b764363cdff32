import { z } from "zod";
import { pageQuery } from "@/lib/core/schema";

/** Spending: at once, or by way of a hold. All amounts are points of the spendable type. */

export const HOLD_STATES = ["open", "captured", "released", "expired"] as const;
export type HoldState = (typeof HOLD_STATES)[number];

const MAX_POINTS = 1_000_000_000;
const points = z
  .int("Points are a whole number.")
  .min(1, "At least 1 point.")
  .max(MAX_POINTS)
  .meta({ examples: [250] });
const reason = z
  .string()
  .trim()
  .min(1, "Say what the points are for: the member reads it.")
  .max(200)
  .meta({ description: "What the points are for; the member reads it.", examples: ["Coffee beans, 1 kg"] });
const reference = z
  .string()
  .trim()
  .min(1)
  .max(128)
  .meta({ description: "Your own number for it, such as an order's.", examples: ["order-2261"] });

export const newHold = z.strictObject({
  points,
  reason,
  reference: reference.optional(),
  minutes: z
    .int()
    .min(1, "At least a minute.")
    .optional()
    .meta({ description: "How long the points stay set aside; absent: as the program's settings say." }),
});
export type NewHold = z.input<typeof newHold>;

export const capture = z.strictObject({
  points: points.optional().meta({ description: "How many to spend; absent: all that is still set aside." }),
  final: z.boolean().default(true).meta({
    description:
      "Whether the hold ends with this capture and gives the rest back; false keeps the rest set aside.",
  }),
});
export type Capture = z.input<typeof capture>;

export const newSpend = z.strictObject({ points, reason, reference: reference.optional() });
export type NewSpend = z.input<typeof newSpend>;

export const holdFilter = pageQuery.extend({ state: z.enum(HOLD_STATES).optional() });

/** Points set aside for a redemption under way. Ids are UUIDs, instants ISO 8601. */
export type HoldDto = {
  holdId: string;
  memberId: string;
  state: HoldState;
  /** Set aside at first. */
  points: number;
  /** Spent of them. */
  captured: number;
  /** Still set aside. */
  remaining: number;
  reason: string;
  reference: string | null;
  /** The redemption that it is for and ends with; null: set aside by itself. */
  redemptionId: string | null;
  createdAt: string;
  expiresAt: string;
  closedAt: string | null;
};

/** Points that were spent. */
export type SpendDto = {
  /** UUID of the line in the member's activity: what a reversal names. */
  causeId: string;
  memberId: string;
  points: number;
  /** What the member can still spend. */
  available: number;
  reason: string;
  reference: string | null;
  spentAt: string;
  /** What was drawn, soonest expiry first; days are `YYYY-MM-DD`, null for points that do not expire. */
  lots: { expiresOn: string | null; points: number }[];
};

export type CaptureDto = { hold: HoldDto; spend: SpendDto };
