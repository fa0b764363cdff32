import type { StepName } from "./schema";

/** What the outbox tells of redemptions: each state that one comes to. */
export const REDEMPTION_TOPICS = [
  "redemption.requested",
  "redemption.reserved",
  "redemption.fulfilled",
  "redemption.cancelled",
  "redemption.failed",
  "redemption.reversed",
] as const;
export type RedemptionTopic = (typeof REDEMPTION_TOPICS)[number];

const TOPIC_OF: Partial<Record<StepName, RedemptionTopic>> = {
  requested: "redemption.requested",
  reserved: "redemption.reserved",
  fulfilled: "redemption.fulfilled",
  cancelled: "redemption.cancelled",
  failed: "redemption.failed",
  timed_out: "redemption.failed",
  payment_failed: "redemption.failed",
  reversed: "redemption.reversed",
};

/** The topic that a step is told under; null: it is not told. */
export function topicOf(step: StepName): RedemptionTopic | null {
  return TOPIC_OF[step] ?? null;
}
