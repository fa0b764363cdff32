import { formatsOf } from "@/lib/i18n/formats";
import { pointNameIn } from "@/lib/i18n/points";
import { composer } from "@/lib/i18n/translate";
import type { HistoryCondition } from "../schema";
import type { OfferGoal } from "./goals";
import type { OfferMessage, OfferWording } from "./speaker";
import type { Standing } from "./standing";

type Wording = Pick<OfferWording, "locale" | "currency" | "pointName">;

/** How far a member is, in words: `3 of 5 purchases`, `120 of 300 points this month`. */
export function tellProgress(goal: OfferGoal, standing: Standing, wording: Wording): string {
  const told = tell(goal, standing, wording);
  return told.charAt(0).toLocaleUpperCase(wording.locale) + told.slice(1);
}

function tell(goal: OfferGoal, standing: Standing, { locale, currency, pointName }: Wording): string {
  const say = composer(locale, "offer");
  switch (goal.kind) {
    case "challenge":
      return say("progress.steps", standing);
    case "limit":
      return goal.measure === "times"
        ? say("progress.times", { ...standing, window: goal.window })
        : say("progress.points", {
            ...standing,
            name: pointNameIn(locale, pointName),
            window: goal.window,
          });
    case "history": {
      if (goal.condition.measure !== "amountMinor") return say(messageOf(goal.condition), standing);
      const { money } = formatsOf(locale);
      return say("progress.amount", {
        now: money(standing.now, currency),
        goal: money(standing.goal, currency),
      });
    }
  }
}

const STREAKS = {
  day: "progress.daysInRow",
  week: "progress.weeksInRow",
  month: "progress.monthsInRow",
} as const satisfies Record<string, OfferMessage>;

const DISTINCT = {
  day: "progress.days",
  store: "progress.stores",
  channel: "progress.channels",
  sku: "progress.products",
  category: "progress.categories",
  brand: "progress.brands",
} as const satisfies Record<string, OfferMessage>;

function messageOf(condition: HistoryCondition): OfferMessage {
  switch (condition.measure) {
    case "streak":
      return STREAKS[condition.unit];
    case "distinct":
      return DISTINCT[condition.what];
    case "quantity":
      return "progress.pieces";
    default:
      return condition.of.event === "purchase" ? "progress.purchases" : "progress.events";
  }
}
