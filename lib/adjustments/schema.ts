import { z } from "zod";

export const ADJUSTMENT_STATES = ["pending", "posted", "rejected", "withdrawn"] as const;
export type AdjustmentState = (typeof ADJUSTMENT_STATES)[number];

/** Most points that one adjustment moves. */
export const MAX_ADJUSTMENT = 1_000_000_000;
export const MAX_REASON = 200;
const MAX_NOTE = 1_000;

const note = z
  .string()
  .trim()
  .max(MAX_NOTE, `At most ${MAX_NOTE.toLocaleString("en")} characters.`);

export const adjustmentInput = z.strictObject({
  points: z
    .int("Enter a whole number.")
    .min(-MAX_ADJUSTMENT)
    .max(MAX_ADJUSTMENT)
    .refine((points) => points !== 0, "More or fewer than zero points.")
    .meta({ description: "Positive: a credit; negative: a debit." }),
  reason: z
    .string()
    .trim()
    .min(1, "Say why; the member reads it in their activity.")
    .max(MAX_REASON)
    .meta({
      description: "Shown to the member.",
      examples: ["Goodwill for a late delivery"],
    }),
  pointType: z
    .string()
    .max(40)
    .optional()
    .meta({ description: "Code of the point type; absent: the spendable one." }),
  note: note.optional().meta({ description: "For colleagues; the member does not see it." }),
  expiresOn: z.iso
    .date()
    .optional()
    .meta({ description: "Last day of use of a credit; absent: as the point type has it." }),
});
export type AdjustmentInput = z.input<typeof adjustmentInput>;

export const decisionInput = z.strictObject({ note: note.optional() });
export type DecisionInput = z.input<typeof decisionInput>;

/** Who did something: `ref` as the audit log names them, `name` null for those who are gone. */
export type Doer = { ref: string; name: string | null };

/** Points given or taken by hand. Ids are UUIDs, instants ISO 8601, days in the program's time zone. */
export type AdjustmentDto = {
  adjustmentId: string;
  memberId: string;
  memberName: string;
  pointType: { code: string; name: string };
  /** Positive: a credit; negative: a debit. */
  points: number;
  reason: string;
  note: string | null;
  expiresOn: string | null;
  state: AdjustmentState;
  /** Whether it needed a second person: by its size, or by what `before` comes to with it. */
  needsApproval: boolean;
  /** What the same person had adjusted alone in the 24 hours before that counted; no points where its size alone did. */
  before: { count: number; points: number };
  requestedBy: Doer;
  requestedAt: string;
  decidedBy: Doer | null;
  decidedAt: string | null;
  decisionNote: string | null;
  /** The member's balance of the point type now, while the adjustment waits; null afterwards. */
  balance: number | null;
};

/** What somebody may adjust without a second person, and what they have in the last 24 hours; points. */
export type AloneStanding = {
  /** Of one adjustment, and of theirs for one member; null: any number. */
  approvalAbove: number | null;
  /** Of theirs for all members, files of credits included. */
  dailyAbove: number | null;
  forMember: { count: number; points: number };
  inAll: { count: number; points: number };
};

/**
 * What somebody did alone that takes another adjustment above a threshold: nothing where it is large enough by itself.
 * @returns null where it stays below
 */
export function aloneBefore(
  { approvalAbove, dailyAbove, forMember, inAll }: AloneStanding,
  points: number,
): { count: number; points: number } | null {
  const size = Math.abs(points);
  const isAbove = (threshold: number | null, before: number) =>
    threshold !== null && before + size > threshold;
  if (isAbove(approvalAbove, 0) || isAbove(dailyAbove, 0)) return { count: 0, points: 0 };
  if (isAbove(approvalAbove, forMember.points)) return forMember;
  return isAbove(dailyAbove, inAll.points) ? inAll : null;
}

export const adjustmentFilter = z.object({ state: z.enum(ADJUSTMENT_STATES).optional() });
