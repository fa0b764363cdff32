import { z } from "zod";
import { memberContact } from "@/lib/members/schema";

export const POOL_KINDS = ["household", "team"] as const;
export type PoolKind = (typeof POOL_KINDS)[number];
export const POOL_STATES = ["active", "dissolved"] as const;
export type PoolState = (typeof POOL_STATES)[number];
export const POOL_ROLES = ["owner", "member"] as const;
export const POOL_MEMBER_STATES = ["invited", "active", "declined", "left", "removed"] as const;
export type PoolMemberState = (typeof POOL_MEMBER_STATES)[number];

export const MAX_POOL_NAME = 60;
const points = z.int("Enter a whole number.").min(1, "At least 1.").max(1_000_000_000);
const words = z.string().trim().max(200, "At most 200 characters.");

export const newPool = z.strictObject({
  kind: z
    .enum(POOL_KINDS)
    .meta({ description: "A member is in one household at most, and in any number of teams." }),
  name: z
    .string()
    .trim()
    .min(1, "Give it a name.")
    .max(MAX_POOL_NAME, `At most ${MAX_POOL_NAME} characters.`),
});
export type NewPool = z.output<typeof newPool>;

const monthlyLimit = z
  .int("Enter a whole number.")
  .min(0)
  .max(1_000_000_000)
  .nullable()
  .meta({ description: "Points that the member may spend a calendar month; null: no limit." });

export const invitation = z.strictObject({ member: memberContact, monthlyLimit: monthlyLimit.default(null) });
export type Invitation = z.output<typeof invitation>;

export const limitChange = z.strictObject({ monthlyLimit });
export const contribution = z.strictObject({ points });

export const poolSpend = z.strictObject({
  points,
  reason: words.min(1, "Say what for; everybody in the pool reads it."),
  reference: z.string().trim().min(1).max(128).optional().meta({ description: "Your own number for it." }),
});
export type PoolSpendInput = z.output<typeof poolSpend>;

export const payOut = z.strictObject({ points, reason: words.min(1).optional() });
export type PayOut = z.output<typeof payOut>;

export const poolFilter = z.object({
  q: z.string().trim().max(200).optional(),
  state: z.enum(POOL_STATES).optional(),
});

export type PoolMemberDto = {
  memberId: string;
  /** In full among the members of a pool; initials of those who have only been invited. */
  name: string;
  role: (typeof POOL_ROLES)[number];
  state: PoolMemberState;
  /** Points a calendar month; null: no limit. */
  monthlyLimit: number | null;
  spentThisMonth: number;
  /** Points given to the pool, of all time. */
  contributed: number;
  joinedAt: string | null;
};

/** A pool in a list. Ids are UUIDs, instants ISO 8601, numbers points. */
export type PoolSummary = {
  poolId: string;
  kind: PoolKind;
  name: string;
  state: PoolState;
  ownerId: string;
  ownerName: string;
  /** Usable points. */
  available: number;
  /** Active members. */
  members: number;
  createdAt: string;
  dissolvedAt: string | null;
};

export type PoolDto = PoolSummary & { membership: PoolMemberDto[] };

/** A pool that a member is in or has been invited to. To those invited it shows its name and who runs it. */
export type OwnPool = Omit<PoolSummary, "available"> & {
  own: { role: (typeof POOL_ROLES)[number]; state: "active" | "invited" };
  available: number | null;
};

/** Points that have left one party for another: `arrivalIds` are the events that bring them. */
export type PassedOn = { poolId: string; points: number; arrivalIds: string[] };

export type PoolSpendDto = {
  spendId: string;
  poolId: string;
  memberId: string;
  points: number;
  /** What the pool has left, and what the member may still spend this month; null: no limit. */
  availableAfter: number;
  leftThisMonth: number | null;
  reason: string;
  reference: string | null;
  spentAt: string;
};

/** What each active member gets of what is left. */
export type DissolutionPreview = {
  poolId: string;
  points: number;
  shares: { memberId: string; name: string; contributed: number; points: number }[];
};
