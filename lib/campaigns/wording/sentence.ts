import { isStartOfDay } from "@/lib/core/calendar";
import { type CampaignDefinition, type Condition, isBenefit, TIER } from "../schema";
import { BLANK, withBlanks } from "./blanks";
import { conditionClause, conditionWords, dateLocale } from "./condition-words";
import { effectWords } from "./effect-words";
import { namesEvent } from "./history-words";
import { limitsWords } from "./limit-words";
import { memberClause, type Named, nameOf, type Speech, whoWords } from "./member-words";
import { type MoneyFormat, moneyFormat } from "./numbers";
import { pointNameOf, termsWords } from "./terms-words";
import { triggerWords } from "./trigger-words";
import { list, type Wording } from "./words";

export { conditionWords } from "./condition-words";

/** Which part of the definition some words of the sentence stand for. */
export type SentenceField =
  | "trigger"
  | "audience"
  | "condition"
  | "effects"
  | "limits"
  | "terms"
  | "schedule"
  | "stacking"
  | "funding"
  | "control";

export type Sentence = { text: string; parts: { text: string; field?: SentenceField }[] };

export type SentenceWording = Wording & {
  /** The schedule's days are named in it. */
  timeZone: string;
  /** What points of other types than the spendable one are called. */
  pointTypes?: readonly Named[];
  tiers?: readonly Named[];
  segments?: readonly Named[];
  sponsors?: readonly Named[];
  groups?: readonly Named[];
};

type Say = (text: string, field?: SentenceField) => void;

/** Everything that the words of one campaign depend on. */
type Telling = { wording: SentenceWording; money: MoneyFormat; speech: Speech };

/**
 * A campaign as one plain sentence, from the same data that runs: "Members who bought Coffee at least 2 times in the
 * last 30 days get double points on Mondays, at most 200 points a month." Parts name the field they come from. What a
 * draft has not filled in yet reads as a blank.
 */
export function campaignSentence(draft: CampaignDefinition, program: SentenceWording): Sentence {
  const definition = withBlanks(draft);
  const { parts, say } = speaker();
  const telling = tellingOf(definition, program);
  const { rest } = sayWho(definition, telling, say);
  sayWhat(definition, telling, say);
  sayWhen(rest, definition, telling, say);
  const { wording } = telling;
  const after: [string, SentenceField][] = [
    [limitsWords(definition.limits, wording), "limits"],
    [termsWords(definition.terms, wording), "terms"],
    [scheduleWords(definition.schedule, wording), "schedule"],
    [stackingWords(definition.stacking, wording), "stacking"],
    [fundingWords(definition.funding, wording), "funding"],
    [controlWords(definition.control), "control"],
  ];
  for (const [words, field] of after) {
    if (words === "") continue;
    say(", ");
    say(words, field);
  }
  say(".");
  return { text: parts.map((part) => part.text).join(""), parts };
}

function speaker(): { parts: Sentence["parts"]; say: Say } {
  const parts: Sentence["parts"] = [];
  const say: Say = (text, field) => {
    if (text !== "") parts.push(field ? { text, field } : { text });
  };
  return { parts, say };
}

function tellingOf(definition: CampaignDefinition, program: SentenceWording): Telling {
  const { currency, locale, tiers, segments } = program;
  return {
    wording: { ...program, pointName: pointNameOf(definition.terms, program) },
    money: moneyFormat(currency, locale),
    speech: {
      event: eventOf(definition),
      locale,
      ...(tiers && { tiers }),
      ...(segments && { segments }),
    },
  };
}

function eventOf({ trigger }: CampaignDefinition): string {
  return trigger.event === "custom" ? `custom:${trigger.name}` : trigger.event;
}

/** Conditions that must all hold, one by one. */
export function conjuncts(condition: Condition | null): readonly Condition[] {
  if (condition === null) return [];
  return condition.kind === "all" ? condition.conditions.flatMap(conjuncts) : [condition];
}

/** Members by tier, by what they have and by what they have done. @returns the conditions that are not of members */
function sayWho(
  { audience, condition }: CampaignDefinition,
  { money, speech }: Telling,
  say: Say,
): { rest: readonly Condition[] } {
  const rest: Condition[] = [];
  const deeds: string[] = [];
  for (const child of conjuncts(condition)) {
    const clause = conditionClause(child, money, speech);
    if (clause === null) rest.push(child);
    else deeds.push(whoWords(clause));
  }
  const [only, ...others] = audience?.tests ?? [];
  if (only?.attribute === TIER && only.test.op === "is" && others.length === 0) {
    const tier = nameOf(String(only.test.value), speech.tiers);
    say(`${tier.charAt(0).toUpperCase()}${tier.slice(1)}`, "audience");
    say(" members ");
  } else if (audience) {
    say("Members ");
    const tests = audience.tests.map((test) => whoWords(memberClause(test, speech)));
    say(list(tests, audience.match === "all" ? "and" : "or"), "audience");
    say(" ");
  } else {
    say(deeds.length === 0 ? "Everyone gets " : "Members ");
    if (deeds.length === 0) return { rest };
  }
  if (deeds.length > 0) {
    say(audience && others.length > 0 ? "and " : "");
    say(list(deeds, "and"), "condition");
    say(" ");
  }
  say("get ");
  return { rest };
}

function sayWhat(definition: CampaignDefinition, { wording, money }: Telling, say: Say): void {
  const { effects, trigger, condition } = definition;
  const words = effects.map((effect) => effectWords(effect, wording, money));
  say(list(words, "and") || "nothing yet", "effects");
  const event = eventOf(definition);
  if (conjuncts(condition).some((child) => child.kind === "history" && namesEvent(child, event))) return;
  if (trigger.event === "custom") {
    say(" for ");
    say(triggerWords(trigger.name), "trigger");
  } else if (effects.length > 0 && effects.every((effect) => effect.kind === "fixed" || isBenefit(effect))) {
    say(" for ");
    say("a purchase", "trigger");
  }
}

function sayWhen(
  conditions: readonly Condition[],
  { effects }: CampaignDefinition,
  { money, speech }: Telling,
  say: Say,
): void {
  const [only, ...others] = conditions;
  if (only === undefined) return;
  const joined: Condition = others.length === 0 ? only : { kind: "all", conditions: [...conditions] };
  const words = conditionWords(joined, money, speech);
  // "on Coffee on Mondays" would stumble.
  const hasFilter = effects.some(
    (effect) => ("filter" in effect && effect.filter) || ("pick" in effect && effect.pick),
  );
  say(hasFilter && /^(on|from|every) /.test(words) ? ", " : " ");
  say(words, "condition");
}

function scheduleWords(
  { startsAt, endsAt }: CampaignDefinition["schedule"],
  { locale, timeZone }: SentenceWording,
): string {
  const day = new Intl.DateTimeFormat(dateLocale(locale), { timeZone, dateStyle: "medium" });
  const moment = new Intl.DateTimeFormat(dateLocale(locale), {
    timeZone,
    dateStyle: "medium",
    timeStyle: "short",
  });
  const show = (instant: number, isWhole: boolean) => (isWhole ? day : moment).format(instant);
  const from = startsAt === undefined ? "" : `from ${momentWords(startsAt, timeZone, 0, show)}`;
  // The end is the first instant after: its day is the one that holds the last millisecond before.
  const until = endsAt === undefined ? "" : `until ${momentWords(endsAt, timeZone, 1, show)}`;
  return [from, until].filter((words) => words !== "").join(" ");
}

/** A day where one begins, or is over, at that instant; else the moment. */
function momentWords(
  at: string,
  timeZone: string,
  before: 0 | 1,
  show: (instant: number, isWhole: boolean) => string,
): string {
  const instant = Date.parse(at);
  // A draft may hold what is no instant yet.
  if (Number.isNaN(instant)) return BLANK;
  const isWhole = isStartOfDay(new Date(instant), timeZone);
  return show(isWhole ? instant - before : instant, isWhole);
}

function stackingWords(stacking: CampaignDefinition["stacking"], { groups }: SentenceWording): string {
  if (stacking === undefined) return "";
  const group = stacking.group === undefined ? "" : `in the group “${nameOf(stacking.group, groups)}”`;
  const alone = stacking.exclusive ? "with nothing after it" : "";
  return [group, alone].filter((words) => words !== "").join(", ");
}

function fundingWords(funding: CampaignDefinition["funding"], { sponsors }: SentenceWording): string {
  if (funding === undefined) return "";
  const share = funding.percent === 100 ? "" : `${funding.percent}% `;
  return `${share}paid for by ${nameOf(funding.sponsor, sponsors)}`;
}

function controlWords(control: CampaignDefinition["control"]): string {
  return control === undefined ? "" : `with ${control.percent}% of members held out for comparison`;
}
