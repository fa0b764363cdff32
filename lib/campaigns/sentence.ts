import { type MoneyFormat, moneyFormat } from "./numbers";
import type { CampaignDefinition, Condition, Effect } from "./schema";
import { pointNameOf, termsWords } from "./terms-words";
import {
  audienceTestWords,
  comparisonWords,
  countWords,
  factorWords,
  filterWords,
  limitWords,
  list,
  nameWords,
  pointsWords,
  type Wording,
  weekdayWords,
} from "./words";

/** Which part of the definition some words of the sentence stand for. */
export type SentenceField =
  | "trigger"
  | "audience"
  | "condition"
  | "effects"
  | "limits"
  | "terms"
  | "schedule";

export type Sentence = { text: string; parts: { text: string; field?: SentenceField }[] };

export type SentenceWording = Wording & {
  /** The schedule's days are named in it. */
  timeZone: string;
  /** What points of other types than the spendable one are called. */
  pointTypes?: readonly { code: string; name: string }[];
};

/**
 * A campaign as one plain sentence, from the same data that runs: "Gold members get 3 points per
 * €1.00 on Coffee, on Mondays from 07:00 to 11:00, at most 300 points a week." Parts name the field they come from.
 */
export function campaignSentence(definition: CampaignDefinition, program: SentenceWording): Sentence {
  const wording = { ...program, pointName: pointNameOf(definition.terms, program) };
  const money = moneyFormat(wording.currency, wording.locale);
  const parts: Sentence["parts"] = [];
  const say = (text: string, field?: SentenceField) => {
    if (text !== "") parts.push(field ? { text, field } : { text });
  };

  const who = audienceWords(definition.audience);
  say(who.before);
  say(who.text, "audience");
  say(who.after);
  say(
    list(
      definition.effects.map((effect) => effectWords(effect, wording, money)),
      "and",
    ) || "nothing yet",
    "effects",
  );
  const { trigger, condition, limits, schedule } = definition;
  if (trigger.event === "custom") {
    say(" for ");
    say(`“${nameWords(trigger.name)}”`, "trigger");
  } else if (definition.effects.length > 0 && definition.effects.every((effect) => effect.kind === "fixed")) {
    say(" for ");
    say("a purchase", "trigger");
  }
  if (condition) {
    const words = conditionWords(condition, money);
    say(/^(on|from) /.test(words) ? ", " : " ");
    say(words, "condition");
  }
  if (limits.length > 0) {
    say(", ");
    const [first = "", ...rest] = limits.map(({ points, window }) => limitWords(points, window, wording));
    say(list([first, ...rest.map((words) => words.replace("at most ", ""))], "and"), "limits");
  }
  const becomes = termsWords(definition.terms, wording);
  if (becomes !== "") {
    say(", ");
    say(becomes, "terms");
  }
  const when = scheduleWords(schedule, wording);
  if (when !== "") {
    say(", ");
    say(when, "schedule");
  }
  say(".");
  return { text: parts.map((part) => part.text).join(""), parts };
}

/** Members of a tier by its name, as people say it; everyone else by what they must have. */
function audienceWords(audience: CampaignDefinition["audience"]) {
  if (audience === null) return { before: "", text: "Everyone", after: " gets " };
  const [only, ...others] = audience.tests;
  if (only?.attribute === "tier" && only.test.op === "is" && others.length === 0) {
    const tier = String(only.test.value);
    return { before: "", text: `${tier.charAt(0).toUpperCase()}${tier.slice(1)}`, after: " members get " };
  }
  const words = audience.tests
    .map(audienceTestWords)
    .map((test) => (test.startsWith("joined") ? `who ${test}` : test));
  return { before: "Members ", text: list(words, audience.match === "all" ? "and" : "or"), after: " get " };
}

function effectWords(effect: Effect, wording: Wording, money: MoneyFormat): string {
  if (effect.kind === "fixed") return pointsWords(effect.points, wording);
  const on = effect.filter ? ` on ${filterWords(effect.filter, money)}` : "";
  if (effect.kind === "per_amount") {
    return `${pointsWords(effect.points, wording)} per ${money(effect.perMinor)}${on}`;
  }
  const factor =
    effect.factorPercent === 200
      ? "double"
      : effect.factorPercent === 300
        ? "triple"
        : factorWords(effect.factorPercent);
  return `${factor} ${wording.pointName}${on}`;
}

/** A condition as it follows what members get: `on Mondays`, `with Coffee in the basket`. */
export function conditionWords(condition: Condition, money: MoneyFormat): string {
  switch (condition.kind) {
    case "all":
    case "any": {
      const joined = list(
        condition.conditions.map((child) => {
          const words = conditionWords(child, money);
          return (child.kind === "all" || child.kind === "any") && child.conditions.length > 1
            ? `(${words})`
            : words;
        }),
        condition.kind === "all" ? "and" : "or",
      );
      return joined;
    }
    case "not":
      return exceptionWords(condition.condition, money);
    case "event":
      return eventWords(condition, money);
    case "time":
      return timeWords(condition);
    case "lines": {
      const what = filterWords(condition.filter, money);
      if (condition.quantifier === "any") return `with ${what} in the basket`;
      return condition.quantifier === "none" ? `without ${what} in the basket` : `with nothing but ${what}`;
    }
    case "basket": {
      const { measure, op, value, filter } = condition;
      const amount = measure === "amountMinor" ? money(value) : countWords(value, measure);
      const of = filter ? ` of ${filterWords(filter, money)}` : "";
      return `with ${op === "at_least" ? "at least" : "at most"} ${amount}${of}`;
    }
  }
}

/** The opposite of a condition. What the basket has turns into what it has not. */
function exceptionWords(condition: Condition, money: MoneyFormat): string {
  const words = conditionWords(condition, money);
  if (words.startsWith("when ")) return `unless ${words.slice("when ".length)}`;
  if (condition.kind === "lines" && condition.quantifier === "any")
    return `without ${words.slice("with ".length)}`;
  return `except ${words}`;
}

function eventWords({ field, test }: Extract<Condition, { kind: "event" }>, money: MoneyFormat): string {
  if (field === "amountMinor") return `when the total ${comparisonWords(test, money)}`;
  if (field === "store" && (test.op === "is" || test.op === "in"))
    return `at ${comparisonWords(test).replace("is ", "")}`;
  return `when the ${nameWords(field.replace("attributes.", ""))} ${comparisonWords(test)}`;
}

function timeWords({ weekdays, from, to }: Extract<Condition, { kind: "time" }>): string {
  const days = weekdays ? `on ${weekdayWords(weekdays)}` : "";
  const hours = from && to ? `from ${from} to ${to}` : "";
  return [days, hours].filter((words) => words !== "").join(" ");
}

function scheduleWords(
  { startsAt, endsAt }: CampaignDefinition["schedule"],
  { locale, timeZone }: SentenceWording,
): string {
  // "en" alone means the month-first order of the United States; day before month suits more readers.
  const format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    timeZone,
    dateStyle: "medium",
  });
  const from = startsAt ? `from ${format.format(new Date(startsAt))}` : "";
  // The end is the first instant after: its day is the one that holds the last millisecond before.
  const until = endsAt ? `until ${format.format(new Date(Date.parse(endsAt) - 1))}` : "";
  return [from, until].filter((words) => words !== "").join(" ");
}
