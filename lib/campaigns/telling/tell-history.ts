import type { Counted, HistoryCondition, HistoryWindow } from "../schema";
import { isFirst } from "../wording/history-words";
import type { Clause } from "./clause";
import type { OfferMessage, Speaker } from "./speaker";
import { tellGoods, tellPieces } from "./tell-goods";

type Of<Measure> = Extract<HistoryCondition, { measure: Measure }>;
type Sum = Of<"count" | "amountMinor" | "quantity">;
/** What is counted, in the arguments of messages. */
type Told = { goods: string; isAny: boolean; where: string; event: string };

/** A condition over what the member has done: on which of their purchases, or when they have done something. */
export function tellHistory(condition: HistoryCondition, speaker: Speaker): Clause {
  const { event } = condition.of;
  const isPurchase = event === "purchase";
  const told = {
    ...tellGoods(condition.of.filter, speaker),
    where: whereOf(condition.of, speaker),
    event: "",
  };
  if (!isPurchase) told.event = speaker.quoted(speaker.word(event));
  if (isFirst(condition, speaker)) {
    return {
      place: "occasion",
      text: speaker.say(isPurchase ? "history.first" : "history.firstEvent", told),
    };
  }
  if ("op" in condition && condition.op === "every") {
    return { place: "occasion", text: tellEvery(condition, told, isPurchase, speaker) };
  }
  const clause = tellDeed(condition, told, isPurchase, speaker);
  return {
    place: "when",
    text: condition.withThis ? speaker.say("history.withThis", { clause }) : clause,
  };
}

function whereOf({ stores, channels }: Counted, speaker: Speaker): string {
  return [
    ...(stores
      ? [speaker.say("place.store", { names: speaker.or(stores.map((name) => speaker.name(name))) })]
      : []),
    ...(channels
      ? [speaker.say("place.channel", { names: speaker.or(channels.map((name) => speaker.name(name))) })]
      : []),
  ].join(" ");
}

/** The event that is just the one: every fifth purchase, another 100 euros. */
function tellEvery(condition: HistoryCondition, told: Told, isPurchase: boolean, speaker: Speaker): string {
  const { measure, value } = condition;
  const window = "window" in condition ? anewIn(condition.window, speaker) : "";
  switch (measure) {
    case "amountMinor":
      return speaker.say("history.eachAmount", { ...told, window, money: speaker.money(value) });
    case "quantity":
      return speaker.say("history.eachQuantity", { ...told, window, pieces: tellPieces(value, speaker) });
    case "streak": {
      const periods = speaker.say("history.periods", { unit: condition.unit, op: "exactly", count: value });
      return speaker.say(isPurchase ? "history.eachStreak" : "history.eachStreakEvent", { ...told, periods });
    }
    default:
      return speaker.say(isPurchase ? "history.nth" : "history.nthEvent", { ...told, window, count: value });
  }
}

function tellDeed(condition: HistoryCondition, told: Told, isPurchase: boolean, speaker: Speaker): string {
  const { measure, value } = condition;
  const op = condition.op === "at_most" ? "at_most" : "at_least";
  switch (measure) {
    case "count":
    case "amountMinor":
    case "quantity":
      return tellSum(condition, op, told, isPurchase, speaker);
    case "distinct":
      return speaker.say("history.distinct", {
        ...told,
        different: speaker.say(DIFFERENT[condition.what], { op, count: value }),
        window: lookingBack(condition.window, speaker),
      });
    case "streak": {
      const periods = speaker.say("history.periods", { unit: condition.unit, op, count: value });
      return speaker.say(isPurchase ? "history.streak" : "history.streakEvent", { ...told, periods });
    }
    case "days_since_first":
    case "days_since_last": {
      const which = measure === "days_since_first" ? "first" : "last";
      const values = { ...told, which, op, days: value };
      return speaker.say(isPurchase ? "history.since" : "history.sinceEvent", values);
    }
  }
}

const DIFFERENT = {
  day: "history.differentDays",
  store: "history.differentStores",
  channel: "history.differentChannels",
  sku: "history.differentProducts",
  category: "history.differentCategories",
  brand: "history.differentBrands",
} as const satisfies Record<string, OfferMessage>;

function tellSum(
  { measure, value, window }: Sum,
  op: "at_least" | "at_most",
  told: Told,
  isPurchase: boolean,
  speaker: Speaker,
): string {
  const values = { ...told, op, window: lookingBack(window, speaker) };
  if (op === "at_most" && value === 0) {
    if (window.kind === "lifetime")
      return speaker.say(isPurchase ? "history.never" : "history.neverEvent", told);
    return speaker.say(isPurchase ? "history.none" : "history.noneEvent", values);
  }
  if (measure === "amountMinor")
    return speaker.say("history.amount", { ...values, money: speaker.money(value) });
  if (measure === "quantity") {
    return speaker.say("history.quantity", { ...values, pieces: tellPieces(value, speaker) });
  }
  const times = speaker.say("history.times", { count: value });
  return speaker.say(isPurchase ? "history.count" : "history.countEvent", { ...values, times });
}

/** How far a condition looks back: `in the last 30 days`. */
function lookingBack(window: HistoryWindow, speaker: Speaker): string {
  switch (window.kind) {
    case "lifetime":
      return speaker.say("history.ever");
    case "current":
      return speaker.say("history.inPeriod", { period: window.period });
    case "days":
      return window.days === 1
        ? speaker.say("history.inPeriod", { period: "day" })
        : speaker.say("history.inDays", { days: window.days });
  }
}

/** Within what it counts anew: `in a month`. */
function anewIn(window: HistoryWindow, speaker: Speaker): string {
  if (window.kind === "lifetime") return "";
  return window.kind === "current"
    ? speaker.say("history.withinPeriod", { period: window.period })
    : speaker.say("history.withinDays", { days: window.days });
}
