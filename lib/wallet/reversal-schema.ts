import { z } from "zod";
import type { DecisionKind } from "./outcome";

export const reversalRequest = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(1, "Say why: the member reads it.")
    .max(200)
    .meta({ description: "Why it is undone; the member reads it.", examples: ["Rung up twice"] }),
});
export type ReversalRequest = z.input<typeof reversalRequest>;

/** What reversing an entry does, or would do. All numbers are points of the spendable type; ids are UUIDs. */
export type ReversalPreview = {
  /** The entry that is undone, and what it was. */
  causeId: string;
  memberId: string;
  kind: DecisionKind;
  /** In words, what it was. */
  reason: string;
  /** Changes of the available and pending points and of what is owed. */
  points: number;
  pending: number;
  owed: number;
  /** Points that the return policy leaves to the member. */
  forgiven: number;
  /** Restored points whose own last day is over, and their new one. */
  grace: { points: number; until: string } | null;
  /** What the member can spend afterwards, and owes. */
  availableAfter: number;
  owedAfter: number;
  /** Changes of other point types. */
  otherTypes: { code: string; name: string; points: number }[];
};

/** A reversal that has been posted. */
export type ReversalDto = ReversalPreview & { reversalId: string; reversedAt: string };

const NOT_REVERSIBLE: ReadonlySet<DecisionKind> = new Set([
  "hold",
  "release",
  "activation",
  "transfer_in",
  "pool_out",
  "pool_in",
  "reversal",
]);
/** Whether entries of this kind can be reversed at all. */
export function isReversibleKind(kind: DecisionKind): boolean {
  return !NOT_REVERSIBLE.has(kind);
}
