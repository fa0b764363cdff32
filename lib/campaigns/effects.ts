import { apportion, scale } from "./arithmetic";
import { compileFilter, type LineMatch } from "./conditions";
import type { FactLine, Facts } from "./facts";
import type { MoneyFormat } from "./numbers";
import type { Effect, Rounding } from "./schema";
import { factorWords, filterWords, pointsWords, type Wording } from "./words";

/** Points by line: a purchase without lines counts as one line, number 0. */
export type LinePoints = number[];

/** What an effect gives, and how that came about in plain words. */
export type Gain = { lines: LinePoints; words: string };

/** `base` is what all per-amount effects of the event gave, by line. */
export type Give = (facts: Facts, base: LinePoints) => Gain;
export type CompiledEffect = { pass: "base" | "bonus"; give: Give };

const ROUNDED: Record<Rounding, string> = { floor: "rounded down", nearest: "rounded", ceil: "rounded up" };

export function lineCount(facts: Facts): number {
  return Math.max(1, facts.lines.length);
}

export function sumOf(lines: readonly number[]): number {
  let sum = 0;
  for (const points of lines) sum += points;
  return sum;
}

export function compileEffect(effect: Effect, wording: Wording, money: MoneyFormat): CompiledEffect {
  switch (effect.kind) {
    case "fixed": {
      const words = pointsWords(effect.points, wording);
      return {
        pass: "bonus",
        give: (facts) => ({ lines: apportion(effect.points, amountsOf(facts, null)), words }),
      };
    }
    case "per_amount":
      return { pass: "base", give: compilePerAmount(effect, wording, money) };
    case "multiplier":
      return { pass: "bonus", give: compileMultiplier(effect, wording, money) };
  }
}

/** Amounts of the lines, zero where the filter does not match. */
function amountsOf(facts: Facts, matches: LineMatch | null): number[] {
  if (facts.lines.length === 0) return [matches === null ? facts.amountMinor : 0];
  if (matches === null) return facts.lines.map((line) => line.amountMinor);
  return facts.foldedLines.map((line) => (matches(line) ? line.amountMinor : 0));
}

/** Whether an amount earns a fraction of a point. Taking the remainder first keeps the product small. */
function isBroken(amount: number, points: number, perMinor: number): boolean {
  return ((amount % perMinor) * points) % perMinor !== 0;
}

function compilePerAmount(
  { points, perMinor, basis, filter, rounding }: Extract<Effect, { kind: "per_amount" }>,
  wording: Wording,
  money: MoneyFormat,
): (facts: Facts) => Gain {
  const matches = filter ? compileFilter(filter) : null;
  const what = filter ? filterWords(filter, money) : "";
  const rate = `${pointsWords(points, wording)} per ${money(perMinor)}`;
  const none = `no ${what} in the basket`;
  return (facts) => {
    const amounts = amountsOf(facts, matches);
    const total = matches === null ? facts.amountMinor : sumOf(amounts);
    if (matches !== null && total === 0 && !facts.foldedLines.some(matches)) {
      return { lines: amounts.map(() => 0), words: none };
    }
    const eachLine = basis === "lines" && facts.lines.length > 0;
    const lines = eachLine
      ? amounts.map((amount) => scale(amount, points, perMinor, rounding))
      : apportion(scale(total, points, perMinor, rounding), amounts);
    const isRounded = eachLine
      ? amounts.some((amount) => isBroken(amount, points, perMinor))
      : isBroken(total, points, perMinor);
    const rounded = isRounded ? `, ${ROUNDED[rounding]}${eachLine ? " a line" : ""}` : "";
    const amount = money(eachLine ? sumOf(amounts) : total);
    return { lines, words: `${amount}${what && ` of ${what}`} × ${rate}${rounded}` };
  };
}

function compileMultiplier(
  { factorPercent, filter, rounding }: Extract<Effect, { kind: "multiplier" }>,
  wording: Wording,
  money: MoneyFormat,
): (facts: Facts, base: LinePoints) => Gain {
  const matches = filter ? compileFilter(filter) : null;
  const what = filter ? filterWords(filter, money) : "";
  const factor = factorWords(factorPercent);
  const none = `no ${what} in the basket`;
  return (facts, base) => {
    const eligible = base.map((points, index) =>
      matches === null || matchesAt(facts.foldedLines, index, matches) ? points : 0,
    );
    if (matches !== null && !facts.foldedLines.some(matches)) return { lines: eligible, words: none };
    const basePoints = sumOf(eligible);
    const added = scale(basePoints, factorPercent - 100, 100, rounding);
    return {
      lines: apportion(added, eligible),
      words: `${factor} the base of ${pointsWords(basePoints, wording)}${what && ` on ${what}`}`,
    };
  };
}

function matchesAt(lines: readonly FactLine[], index: number, matches: LineMatch): boolean {
  const line = lines[index];
  return line !== undefined && matches(line);
}
