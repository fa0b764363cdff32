import { z } from "zod";
import { limitNumber } from "../evaluation/limit-number";
import { historyCondition } from "../language/history";
import { type CampaignDefinition, LIMIT_WINDOWS } from "../schema";
import { conjuncts } from "../wording/sentence";
import { isOwn } from "./tell-bounds";

/** What a member can be seen to be on the way to: a challenge, a number of purchases, the end of what a limit allows. */
export const offerGoal = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("challenge"), challenge: z.string(), goal: z.number() }),
  z.object({ kind: z.literal("history"), condition: historyCondition }),
  z.object({
    kind: z.literal("limit"),
    limitNo: z.int(),
    measure: z.enum(["points", "times"]),
    window: z.enum(LIMIT_WINDOWS),
    goal: z.number(),
  }),
]);
export type OfferGoal = z.infer<typeof offerGoal>;

/** The nearest to what the campaign is about: its challenge, else what it asks of history, else its first limit. */
export function goalOf(definition: CampaignDefinition): OfferGoal | null {
  for (const effect of definition.effects) {
    if (effect.kind === "progress") {
      return { kind: "challenge", challenge: effect.challenge, goal: effect.goal };
    }
  }
  for (const condition of conjuncts(definition.condition)) {
    if (condition.kind !== "history" || condition.op === "at_most" || condition.value < 2) continue;
    if (condition.measure === "days_since_first" || condition.measure === "days_since_last") continue;
    return { kind: "history", condition };
  }
  return limitGoalOf(definition);
}

function limitGoalOf({ limits }: CampaignDefinition): OfferGoal | null {
  const limit = limits.find((own) => {
    // Of once there is nothing to show on the way.
    return isOwn(own) && own.window !== "event" && (own.points ?? own.times ?? 0) > 1;
  });
  if (limit === undefined) return null;
  return {
    kind: "limit",
    limitNo: limitNumber(limit),
    measure: limit.points === undefined ? "times" : "points",
    window: limit.window,
    goal: limit.points ?? limit.times ?? 0,
  };
}

/** The limits for all time of the member's own: once one is used up, the offer is over for them. */
export function lastLimitsOf({ limits }: CampaignDefinition): { limitNo: number; amount: number }[] {
  return limits
    .filter((limit) => isOwn(limit) && limit.window === "lifetime")
    .map((limit) => ({ limitNo: limitNumber(limit), amount: limit.points ?? limit.times ?? 0 }));
}
