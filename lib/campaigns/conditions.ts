import { type FactLine, type Facts, fold } from "./facts";
import type { MoneyFormat } from "./numbers";
import type { Phrases, Reason } from "./phrases";
import {
  type Audience,
  type CampaignDefinition,
  type ComparisonTest,
  type Condition,
  DAYS_SINCE_JOINING,
  type LineFilter,
  type LineTest,
} from "./schema";
import { conditionWords } from "./sentence";
import {
  audienceTestWords,
  comparisonWords,
  countWords,
  filterWords,
  list,
  nameWords,
  WEEKDAYS,
  weekdayWords,
} from "./words";

/** A compiled condition: null when it holds, else why it does not. */
export type Check = (facts: Facts) => Reason | null;
export type LineMatch = (line: FactLine) => boolean;

/** Compiles a comparison; text is compared without regard to case. */
function compileComparison(test: ComparisonTest): (value: unknown) => boolean {
  switch (test.op) {
    case "is": {
      const wanted = fold(test.value);
      return (value) => fold(value) === wanted;
    }
    case "is_not": {
      const unwanted = fold(test.value);
      return (value) => fold(value) !== unwanted;
    }
    case "in": {
      const wanted = new Set<unknown>(test.value.map(fold));
      return (value) => wanted.has(fold(value));
    }
    case "not_in": {
      const unwanted = new Set<unknown>(test.value.map(fold));
      return (value) => !unwanted.has(fold(value));
    }
    case "at_least":
      return (value) => typeof value === "number" && value >= test.value;
    case "at_most":
      return (value) => typeof value === "number" && value <= test.value;
    case "exists":
      return (value) => value !== undefined && value !== null;
  }
}

function compileLineTest(test: LineTest): LineMatch {
  if ("value" in test) {
    const { field, value } = test;
    return test.op === "at_least" ? (line) => line[field] >= value : (line) => line[field] <= value;
  }
  const { field } = test;
  const values = test.values.map((value) => value.toLowerCase());
  if (test.op === "contains") {
    return (line) => {
      const content = line[field];
      return content !== undefined && values.some((value) => content.includes(value));
    };
  }
  const set = new Set(values);
  const wanted = test.op === "in";
  return (line) => set.has(line[field] ?? "") === wanted;
}

/** A line matches when it passes every test. It looks at folded lines. */
export function compileFilter(filter: LineFilter): LineMatch {
  const tests = filter.map(compileLineTest);
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (line) => tests.every((test) => test(line));
}

/** An own attribute only: one called "constructor" is not there unless somebody set it. */
function attributeOf(attributes: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

/** From the first instant to, and not including, the last. */
export function compileSchedule(
  { startsAt, endsAt }: CampaignDefinition["schedule"],
  phrases: Phrases,
): Check {
  const first = startsAt ? Date.parse(startsAt) : Number.NEGATIVE_INFINITY;
  const end = endsAt ? Date.parse(endsAt) : Number.POSITIVE_INFINITY;
  const notBegun = phrases.numberOf("it had not begun yet");
  const over = phrases.numberOf("it was over");
  return ({ instant }) => {
    if (instant < first) return notBegun;
    return instant >= end ? over : null;
  };
}

/** Who the campaign is for; null: everyone. */
export function compileAudience(audience: Audience | null, phrases: Phrases): Check {
  if (audience === null) return () => null;
  const tests = audience.tests.map(({ attribute, test }) => {
    const holds = compileComparison(test);
    return attribute === DAYS_SINCE_JOINING
      ? (facts: Facts) => holds(facts.daysSinceJoining)
      : (facts: Facts) => holds(attributeOf(facts.member.attributes, attribute));
  });
  const who = list(audience.tests.map(audienceTestWords), audience.match === "all" ? "and" : "or");
  const why = phrases.numberOf(`only for members ${who}`);
  return audience.match === "all"
    ? (facts) => (tests.every((test) => test(facts)) ? null : why)
    : (facts) => (tests.some((test) => test(facts)) ? null : why);
}

export function compileCondition(condition: Condition | null, money: MoneyFormat, phrases: Phrases): Check {
  if (condition === null) return () => null;
  switch (condition.kind) {
    case "all": {
      const checks = condition.conditions.map((child) => compileCondition(child, money, phrases));
      return (facts) => {
        for (const check of checks) {
          const why = check(facts);
          if (why !== null) return why;
        }
        return null;
      };
    }
    case "any": {
      const checks = condition.conditions.map((child) => compileCondition(child, money, phrases));
      return (facts) => {
        const reasons: string[] = [];
        for (const check of checks) {
          const why = check(facts);
          if (why === null) return null;
          reasons.push(phrases.inWords(why));
        }
        return list(reasons, "and");
      };
    }
    case "not": {
      const check = compileCondition(condition.condition, money, phrases);
      const why = phrases.numberOf(`not ${conditionWords(condition.condition, money)}`);
      return (facts) => (check(facts) === null ? why : null);
    }
    case "event":
      return compileEventField(condition.field, condition.test, money, phrases);
    case "time":
      return compileTime(condition, phrases);
    case "lines":
      return compileLines(condition, money, phrases);
    case "basket":
      return compileBasket(condition, money, phrases);
  }
}

function compileEventField(field: string, test: ComparisonTest, money: MoneyFormat, phrases: Phrases): Check {
  const holds = compileComparison(test);
  if (field === "amountMinor") {
    const needed = `${comparisonWords(test, money).replace("is ", "")} needed`;
    return ({ amountMinor }) => (holds(amountMinor) ? null : `${money(amountMinor)}, ${needed}`);
  }
  if (field === "store" || field === "channel") {
    const why = phrases.numberOf(`only where the ${field} ${comparisonWords(test)}`);
    return (facts) => (holds(facts[field]) ? null : why);
  }
  const name = field.slice("attributes.".length);
  const why = phrases.numberOf(`only where ${nameWords(name)} ${comparisonWords(test)}`);
  return (facts) => (holds(attributeOf(facts.attributes, name)) ? null : why);
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function twoDigits(part: number): string {
  return part < 10 ? `0${part}` : String(part);
}

function compileTime({ weekdays, from, to }: Extract<Condition, { kind: "time" }>, phrases: Phrases): Check {
  const days = weekdays ? new Set(weekdays) : null;
  const onlyDays = weekdays ? `only on ${weekdayWords(weekdays)}` : "";
  const otherDays = WEEKDAYS.map((day) => phrases.numberOf(`${onlyDays}, this was a ${day.slice(0, -1)}`));
  const start = from ? minutesOf(from) : 0;
  const end = to ? minutesOf(to) : 24 * 60;
  const onlyHours = `only from ${from} to ${to}`;
  return ({ local }) => {
    const minute = local.hour * 60 + local.minute;
    // After midnight, "Mondays from 22:00 to 02:00" still goes by the Monday on which the night began.
    const weekday = start > end && minute < end ? ((local.weekday + 5) % 7) + 1 : local.weekday;
    if (days && !days.has(weekday)) return otherDays[weekday - 1] ?? onlyDays;
    const inside = start < end ? minute >= start && minute < end : minute >= start || minute < end;
    if (inside) return null;
    return `${onlyHours}, this was at ${twoDigits(local.hour)}:${twoDigits(local.minute)}`;
  };
}

function compileLines(
  { quantifier, filter }: Extract<Condition, { kind: "lines" }>,
  money: MoneyFormat,
  phrases: Phrases,
): Check {
  const matches = compileFilter(filter);
  const what = filterWords(filter, money);
  switch (quantifier) {
    case "any": {
      const why = phrases.numberOf(`no ${what} in the basket`);
      return ({ foldedLines }) => (foldedLines.some(matches) ? null : why);
    }
    case "none": {
      const why = phrases.numberOf(`not with ${what} in the basket`);
      return ({ foldedLines }) => (foldedLines.some(matches) ? why : null);
    }
    case "all": {
      const why = phrases.numberOf(`not everything in the basket is ${what}`);
      return ({ foldedLines: lines }) => (lines.length > 0 && lines.every(matches) ? null : why);
    }
  }
}

const MILLI = 1_000;

function compileBasket(
  { measure, filter, op, value }: Extract<Condition, { kind: "basket" }>,
  money: MoneyFormat,
  phrases: Phrases,
): Check {
  const matches = filter ? compileFilter(filter) : null;
  const of = filter ? ` of ${filterWords(filter, money)}` : "";
  const show = (amount: number) => (measure === "amountMinor" ? money(amount) : countWords(amount, measure));
  const needed = `${op === "at_least" ? "at least" : "at most"} ${show(value)} needed`;
  const inWords = (measured: number) => `${show(measured)}${of}, ${needed}`;
  const none = phrases.numberOf(inWords(0));
  return (facts) => {
    const measured = measureBasket(facts, measure, matches);
    const holds = op === "at_least" ? measured >= value : measured <= value;
    if (holds) return null;
    return measured === 0 ? none : inWords(measured);
  };
}

function measureBasket(
  facts: Facts,
  measure: "lines" | "quantity" | "amountMinor",
  matches: LineMatch | null,
): number {
  if (measure === "amountMinor" && matches === null) return facts.amountMinor;
  let sum = 0;
  for (const line of facts.foldedLines) {
    if (matches !== null && !matches(line)) continue;
    if (measure === "lines") sum += 1;
    else if (measure === "amountMinor") sum += line.amountMinor;
    // Quantities have up to three decimals: adding thousandths keeps the sum exact.
    else sum += Math.round(line.quantity * MILLI);
  }
  return measure === "quantity" ? sum / MILLI : sum;
}
