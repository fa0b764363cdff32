import { type Effect, type PointEffect, type Rounding, sourceOf, type ValueSource } from "../schema";
import type { MoneyFormat } from "../wording/numbers";
import {
  countWords,
  factorWords,
  filterWords,
  lackWords,
  list,
  nameWords,
  partWords,
  pointsWords,
} from "../wording/words";
import { apportion, scale } from "./arithmetic";
import type { Compiling } from "./check";
import { attributeOf } from "./comparisons";
import { milliOf } from "./fact-line";
import type { Facts } from "./facts";
import { addLines, type Earned, type LinePoints, lineCount, sumOf, zeros } from "./line-points";
import type { Reason } from "./phrases";
import type { LineSelector } from "./selection";

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
/** Numbers above it are mistakes: those of all lines of a purchase add up to a safe integer of thousandths. */
const MOST_VALUE = 10_000_000_000;

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

function compilePerQuantity(effect: Kind<"per_quantity">, compiling: Compiling): Give {
  return effect.together === undefined
    ? compilePerPiece(effect, compiling)
    : compilePerSet(effect, effect.together, compiling);
}

/** Points for every set of pieces that are bought together: as many as the scarcest part allows. */
function compilePerSet(
  { points, pieces, filter }: Kind<"per_quantity">,
  together: NonNullable<Kind<"per_quantity">["together"]>,
  { wording, money, selectors, phrases }: Compiling,
): Give {
  const parts = [{ filter, pieces }, ...together].map((part) => ({
    selector: selectors.of(part.filter),
    pieces: part.pieces,
    words: `${countWords(part.pieces, "quantity")}${part.filter ? ` of ${filterWords(part.filter, money)}` : ""}`,
  }));
  const set = list(
    parts.map(({ words }) => words),
    "and",
  );
  const none = phrases.numberOf(`${set} are not together in the basket`);
  const rate = ` × ${pointsWords(points, wording)} for ${set} together`;
  return (facts) => {
    const bought = parts.map(({ selector }) => facts.select(selector));
    const sets = Math.min(
      ...bought.map(({ quantityMilli }, part) =>
        Math.floor(quantityMilli / ((parts[part]?.pieces ?? 1) * MILLI)),
      ),
    );
    if (sets === 0) return nothing(facts, none);
    const quantities: LinePoints = zeros(lineCount(facts));
    for (const { quantities: own } of bought) addLines(quantities, [...own]);
    return { lines: apportion(scale(sets, points, 1), quantities), reason: `${sets}${rate}` };
  };
}

function compilePerPiece(
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
  const { source, name } = sourceOf(field);
  const words = nameWords(name);
  const share = whole ? null : rounding;
  const rate = `${words} × ${pointsWords(points, wording)} per ${whole ? "full " : ""}${per}`;
  const none = phrases.numberOf(`no ${words} ${WITH[source]}`);
  return (facts) => {
    const parts =
      source === "lines" ? facts.lines.map(({ attributes }) => milliValue(attributes, name)) : null;
    const whose = source === "member" ? facts.member.attributes : facts.payload.attributes;
    const milli = parts === null ? milliValue(whose, name) : sumOf(parts);
    if (milli === 0) return nothing(facts, none);
    const earned = rated(milli, points, per * MILLI, share);
    const lines = parts === null ? shared(earned, facts, null) : apportion(earned, parts);
    const rounded = !whole && isBroken(milli, points, per * MILLI) ? `, ${ROUNDED[rounding]}` : "";
    return { lines, reason: `${milli / MILLI} ${rate}${rounded}` };
  };
}

const WITH: Readonly<Record<ValueSource, string>> = {
  attributes: "with the event",
  lines: "on any line",
  member: "known of the member",
};

/** A number above zero in thousandths, so that whole ones stay exact; else 0. */
function milliValue(attributes: Readonly<Record<string, unknown>> | undefined, name: string): number {
  const value = attributeOf(attributes, name);
  return typeof value === "number" && value > 0 && value <= MOST_VALUE ? Math.round(value * MILLI) : 0;
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
