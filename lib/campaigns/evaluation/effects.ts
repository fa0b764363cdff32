import type { Effect, PointEffect, Rounding } from "../schema";
import type { MoneyFormat } from "../wording/numbers";
import {
  countWords,
  factorWords,
  filterWords,
  lackWords,
  nameWords,
  partWords,
  pointsWords,
} from "../wording/words";
import { apportion, scale } from "./arithmetic";
import type { Compiling } from "./check";
import { attributeOf } from "./comparisons";
import { milliOf } from "./fact-line";
import type { Facts } from "./facts";
import type { Reason } from "./phrases";
import type { LineSelector } from "./selection";

/** Points by line: what has no lines counts as one line, number 0. */
export type LinePoints = number[];

/** Points of one type that an event has earned so far, by line: what limits left of base points and bonuses. */
export type Earned = {
  /** By amount, quantity or value. */
  base: LinePoints;
  /** The same, and bonuses. */
  all: LinePoints;
  /** How many campaigns gave less of it than they would have, because of their limits. */
  cuts: number;
};

/** What an effect gives, in an array of its own, and how that came about. */
export type Gain = { lines: LinePoints; reason: Reason };

/** A compiled effect. Multipliers work on what was earned, of whichever campaigns. */
export type Give = (facts: Facts, earned: Earned) => Gain;

/** Effects in the order in which they work: base points, bonuses on top, multipliers of either. */
export type Pass = "base" | "bonus" | "multiplier";
export type CompiledEffect = { pass: Pass; give: Give };

type Kind<Name> = Extract<Effect, { kind: Name }>;

const ROUNDED: Record<Rounding, string> = { floor: "rounded down", nearest: "rounded", ceil: "rounded up" };
const MILLI = 1_000;

export function lineCount(facts: Facts): number {
  return Math.max(1, facts.lines.length);
}

export function sumOf(lines: readonly number[]): number {
  let sum = 0;
  for (const points of lines) sum += points;
  return sum;
}

export function zeros(count: number): LinePoints {
  // Several times as fast as filling, for the few lines that purchases have.
  const lines = new Array<number>(count);
  for (let line = 0; line < count; line += 1) lines[line] = 0;
  return lines;
}

export function nothingEarned(lineCount: number): Earned {
  return { base: zeros(lineCount), all: zeros(lineCount), cuts: 0 };
}

export function addEarned(target: Earned, { base, all, cuts }: Earned): void {
  addLines(target.base, base);
  addLines(target.all, all);
  target.cuts += cuts;
}

export function addLines(target: LinePoints, lines: LinePoints): void {
  for (let line = 0; line < lines.length; line += 1) target[line] = (target[line] ?? 0) + (lines[line] ?? 0);
}

export function compileEffect(effect: PointEffect, compiling: Compiling): CompiledEffect {
  switch (effect.kind) {
    case "fixed": {
      const reason = compiling.phrases.numberOf(pointsWords(effect.points, compiling.wording));
      return { pass: "bonus", give: (facts) => ({ lines: shared(effect.points, facts, null), reason }) };
    }
    case "steps":
      return { pass: "bonus", give: compileSteps(effect, compiling) };
    case "per_amount":
      return { pass: "base", give: upTo(effect.upTo, compilePerAmount(effect, compiling), compiling) };
    case "per_quantity":
      return { pass: "base", give: upTo(effect.upTo, compilePerQuantity(effect, compiling), compiling) };
    case "per_value":
      return { pass: "base", give: upTo(effect.upTo, compilePerValue(effect, compiling), compiling) };
    case "multiplier":
      return { pass: "multiplier", give: upTo(effect.upTo, compileMultiplier(effect, compiling), compiling) };
  }
}

/** Cuts what an effect gives at its own most. */
function upTo(most: number | undefined, give: Give, { wording, phrases }: Compiling): Give {
  if (most === undefined) return give;
  const cut = `, at most ${pointsWords(most, wording)}`;
  return (facts, earned) => {
    const { lines, reason } = give(facts, earned);
    if (sumOf(lines) <= most) return { lines, reason };
    return { lines: apportion(most, lines), reason: `${phrases.inWords(reason)}${cut}` };
  };
}

/** Points by line in proportion to the amounts; of the lines that are selected where they come to anything. */
function shared(points: number, facts: Facts, selector: LineSelector | null): LinePoints {
  return apportion(points, facts.select(selector).amounts);
}

/** Points for so much: in proportion and rounded, or for each whole one alone (null). */
function rated(amount: number, points: number, per: number, rounding: Rounding | null): number {
  return rounding === null
    ? scale(Math.floor(amount / per), points, 1)
    : scale(amount, points, per, rounding);
}

/** Whether an amount earns a fraction of a point. Taking the remainder first keeps the product small. */
function isBroken(amount: number, points: number, per: number): boolean {
  return ((amount % per) * points) % per !== 0;
}

function nothing(facts: Facts, reason: Reason): Gain {
  return { lines: zeros(lineCount(facts)), reason };
}

function compilePerAmount(
  { points, perMinor, basis, filter, pick, rounding, whole }: Kind<"per_amount">,
  { wording, money, styles, selectors, phrases }: Compiling,
): Give {
  const selector = selectors.of(filter, pick);
  const share = whole ? null : rounding;
  const what = partWords(filter, pick, money);
  const per = `${whole ? "full " : ""}${money(perMinor)}`;
  const rate = `${what && ` of ${what}`} × ${pointsWords(points, wording)} per ${per}`;
  const none = phrases.numberOf(lackWords(filter, pick, money));
  const exactly = phrases.telling("", styles.money, rate);
  const rounded = phrases.telling("", styles.money, `${rate}, ${ROUNDED[rounding]}`);
  const roundedALine = phrases.telling("", styles.money, `${rate}, ${ROUNDED[rounding]} a line`);
  return (facts) => {
    const { lines: count, amountMinor, amounts } = facts.select(selector);
    if (selector !== null && count === 0) return nothing(facts, none);
    if (basis === "lines" && facts.lines.length > 0) {
      const lines = amounts.map((amount) => rated(amount, points, perMinor, share));
      const isRounded = !whole && amounts.some((amount) => isBroken(amount, points, perMinor));
      return { lines, reason: (isRounded ? roundedALine : exactly)(sumOf(amounts)) };
    }
    const isRounded = !whole && isBroken(amountMinor, points, perMinor);
    return {
      lines: apportion(rated(amountMinor, points, perMinor, share), amounts),
      reason: (isRounded ? rounded : exactly)(amountMinor),
    };
  };
}

function compilePerQuantity(
  { points, pieces, filter }: Kind<"per_quantity">,
  { wording, money, selectors, phrases }: Compiling,
): Give {
  const selector = selectors.of(filter);
  const what = filter ? filterWords(filter, money) : "";
  const per = pieces === 1 ? "piece" : countWords(pieces, "quantity");
  const rate = `${what && ` of ${what}`} × ${pointsWords(points, wording)} per ${per}`;
  const none = phrases.numberOf(what ? `no ${what} in the basket` : "no lines in the basket");
  return (facts) => {
    const { lines: count, quantityMilli, quantities } = facts.select(selector);
    if (count === 0) return nothing(facts, none);
    const times = Math.floor(quantityMilli / (pieces * MILLI));
    const lines = apportion(scale(times, points, 1), quantities);
    return { lines, reason: `${countWords(quantityMilli / MILLI, "quantity")}${rate}` };
  };
}

function compilePerValue(
  { field, points, per, rounding, whole }: Kind<"per_value">,
  { wording, phrases }: Compiling,
): Give {
  const name = field.slice("attributes.".length);
  const words = nameWords(name);
  const share = whole ? null : rounding;
  const rate = `${words} × ${pointsWords(points, wording)} per ${whole ? "full " : ""}${per}`;
  const none = phrases.numberOf(`no ${words} with the event`);
  return (facts) => {
    const value = attributeOf(facts.payload.attributes, name);
    if (typeof value !== "number" || !(value > 0)) return nothing(facts, none);
    // Values have up to three decimals that count, so that whole numbers stay exact.
    const milli = Math.round(value * MILLI);
    const lines = shared(rated(milli, points, per * MILLI, share), facts, null);
    const rounded = !whole && isBroken(milli, points, per * MILLI) ? `, ${ROUNDED[rounding]}` : "";
    return { lines, reason: `${value} ${rate}${rounded}` };
  };
}

function compileSteps(
  { measure, steps, filter }: Kind<"steps">,
  { wording, money, selectors, phrases }: Compiling,
): Give {
  const selector = selectors.of(filter);
  const of = filter ? ` of ${filterWords(filter, money)}` : "";
  const show = showing(measure, money);
  const sorted = [...steps].sort((one, other) => other.from - one.from);
  const lowest = sorted.at(-1)?.from ?? 0;
  const tooLittle = (measured: number) => `${show(measured)}${of}, at least ${show(lowest)} needed`;
  const none = phrases.numberOf(tooLittle(0));
  return (facts) => {
    const { lines: count, amountMinor, quantityMilli } = facts.select(selector);
    const measured =
      measure === "amountMinor" ? amountMinor : measure === "lines" ? count : quantityMilli / MILLI;
    const step = sorted.find(({ from }) => measured >= from);
    if (step === undefined) return nothing(facts, measured === 0 ? none : tooLittle(measured));
    return {
      lines: shared(step.points, facts, selector),
      reason: `${pointsWords(step.points, wording)} for ${show(measured)}${of}, from ${show(step.from)} on`,
    };
  };
}

function showing(measure: Kind<"steps">["measure"], money: MoneyFormat): (measured: number) => string {
  return measure === "amountMinor" ? money : (measured) => countWords(measured, measure);
}

function compileMultiplier(
  { factorPercent, on, filter, pick, rounding }: Kind<"multiplier">,
  { wording, money, styles, selectors, phrases }: Compiling,
): Give {
  const selector = selectors.of(filter, pick);
  const what = partWords(filter, pick, money);
  const head = `${factorWords(factorPercent)} ${on === "base" ? "the base" : "all points"} of `;
  const tail = what && ` on ${what}`;
  const none = phrases.numberOf(lackWords(filter, pick, money));
  const onOne = phrases.numberOf(`${head}${pointsWords(1, wording)}${tail}`);
  const onMany = phrases.telling(head, styles.integer, ` ${wording.pointName}${tail}`);
  const onRest = phrases.telling(head, styles.integer, ` ${wording.pointName}${tail} that limits left`);
  return (facts, earned) => {
    const points = earned[on];
    if (selector !== null && facts.select(selector).lines === 0) return nothing(facts, none);
    const eligible = selector === null ? points : selectedOf(points, facts, selector);
    const basePoints = sumOf(eligible);
    const added = scale(basePoints, factorPercent - 100, 100, rounding);
    const told = earned.cuts > 0 ? onRest : onMany;
    return { lines: apportion(added, eligible), reason: basePoints === 1 ? onOne : told(basePoints) };
  };
}

/** Points on the lines that are selected; a piece has its share of what its line has, to the nearest point. */
function selectedOf(points: LinePoints, facts: Facts, selector: LineSelector): LinePoints {
  const { quantities } = facts.select(selector);
  return points.map((earned, line) => {
    const { quantity } = facts.lines[line] ?? { quantity: 0 };
    const [taken, bought] = [quantities[line] ?? 0, milliOf(quantity)];
    if (taken === 0) return 0;
    return taken === bought ? earned : scale(earned, taken, bought, "nearest");
  });
}
