import type { Window } from "@/lib/core/calendar";
import type { BenefitEffect, Limit, LimitMeasure } from "../schema";
import { limitWords } from "../wording/limit-words";
import type { Wording } from "../wording/words";
import { scale } from "./arithmetic";
import { limitNumber } from "./limit-number";

export type CompiledLimit = {
  limitNo: number;
  per: "member" | "campaign";
  measure: LimitMeasure;
  /** Points, times or minor units. */
  amount: number;
  window: Limit["window"];
  words: string;
};

/** A limit that all members share, kept over more than one event. */
export type Budget = Pick<CompiledLimit, "limitNo" | "measure" | "amount"> & {
  campaignId: string;
  window: Window;
};

/** What points of a type and benefits cost. */
export type Price = {
  /** Minor units for a thousand points; 0: points cost nothing. */
  valuePerThousandMinor: number;
  /** What the campaign's benefits cost whenever they are given, in minor units. */
  benefitsMinor: number;
};

/** A counter that a limit keeps: which one, and by how much the award moves it, in the limit's measure. */
export type CapChange = {
  per: "member" | "campaign";
  limitNo: number;
  windowStart: string;
  used: number;
};

const POINTS_PRICED = 1_000;

export function compileLimit(limit: Limit, wording: Wording): CompiledLimit {
  const { per, window, points, times, costMinor } = limit;
  const measure = points !== undefined ? "points" : times !== undefined ? "times" : "costMinor";
  const amount = points ?? times ?? costMinor ?? 0;
  return { limitNo: limitNumber(limit), per, measure, amount, window, words: limitWords(limit, wording) };
}

export function benefitsMinorOf(benefits: readonly BenefitEffect[]): number {
  return benefits.reduce((sum, benefit) => (benefit.kind === "voucher" ? sum + benefit.costMinor : sum), 0);
}

/** Minor units that points cost, rounded up. */
export function costOf(points: number, { valuePerThousandMinor }: Price): number {
  return valuePerThousandMinor === 0 ? 0 : scale(points, valuePerThousandMinor, POINTS_PRICED, "ceil");
}

/** Points that so many minor units pay for. */
function pointsFor(costMinor: number, { valuePerThousandMinor }: Price): number {
  if (valuePerThousandMinor === 0) return Number.POSITIVE_INFINITY;
  return scale(costMinor, POINTS_PRICED, valuePerThousandMinor);
}

/** How much of a limit is left; `start` is null for limits of one event. */
export type Left = { limit: CompiledLimit; start: string | null; left: number };

export type Limited = {
  granted: number;
  /** Whether the campaign's benefits are given. */
  withBenefits: boolean;
  /** The limit that bounds the points, or the benefits, most tightly; null when none does. */
  bound: CompiledLimit | null;
  /** The limits that all members share which cut something. */
  shortages: Shortage[];
};

/** A limit that all members share and that left less than a campaign would have given. */
export type Shortage = {
  limitNo: number;
  windowStart: string;
  /** By how much, in the limit's measure. */
  missing: number;
};

/**
 * Reduces what a campaign would give to what its limits leave. Benefits are given whole or not at all, before points.
 * @param desired points
 */
export function limitAward(
  desired: number,
  hasBenefits: boolean,
  lefts: readonly Left[],
  price: Price,
): Limited {
  const limited: Limited = { granted: desired, withBenefits: hasBenefits, bound: null, shortages: [] };
  if (hasBenefits) {
    for (const { limit, left } of lefts) {
      if (pays(limit.measure, left, price)) continue;
      limited.withBenefits = false;
      limited.bound = limit;
    }
  }
  for (const { limit, left } of lefts) {
    const points = pointsWithin(limit.measure, left, limited.withBenefits, price);
    if (points >= limited.granted) continue;
    limited.granted = points;
    limited.bound = limit;
  }
  if (limited.bound !== null) limited.shortages = shortagesOf(desired, hasBenefits, lefts, price, limited);
  return limited;
}

/** Those that decided: a looser limit beside them would not have cut, or not as much. */
function shortagesOf(
  desired: number,
  hasBenefits: boolean,
  lefts: readonly Left[],
  price: Price,
  { granted, withBenefits }: Limited,
): Shortage[] {
  const shortages: Shortage[] = [];
  for (const { limit, start, left } of lefts) {
    const { per, limitNo, measure } = limit;
    if (per !== "campaign" || start === null) continue;
    const denied = hasBenefits && !withBenefits && !pays(measure, left, price);
    const cut = granted < desired && pointsWithin(measure, left, withBenefits, price) === granted;
    if (!denied && !cut) continue;
    const costMinor = costOf(desired, price) + (hasBenefits ? price.benefitsMinor : 0);
    const wanted = measure === "points" ? desired : measure === "times" ? 1 : costMinor;
    shortages.push({ limitNo, windowStart: start, missing: Math.max(1, wanted - left) });
  }
  return shortages;
}

/** Whether what is left of a limit allows the benefits. Limits of points are none of theirs. */
function pays(measure: LimitMeasure, left: number, { benefitsMinor }: Price): boolean {
  if (measure === "times") return left >= 1;
  return measure === "points" || left >= benefitsMinor;
}

function pointsWithin(measure: LimitMeasure, left: number, withBenefits: boolean, price: Price): number {
  if (measure === "points") return left;
  if (measure === "times") return left < 1 ? 0 : Number.POSITIVE_INFINITY;
  return pointsFor(withBenefits ? left - price.benefitsMinor : left, price);
}

/** What the limits count of an award; nothing for limits of one event. */
export function capsOf(lefts: readonly Left[], points: number, costMinor: number): CapChange[] {
  const caps: CapChange[] = [];
  for (const { limit, start } of lefts) {
    if (start === null) continue;
    const { per, limitNo, measure } = limit;
    const used = measure === "points" ? points : measure === "times" ? 1 : costMinor;
    if (used > 0) caps.push({ per, limitNo, windowStart: start, used });
  }
  return caps;
}
