import {
  type BenefitEffect,
  type Effect,
  isBenefit,
  type PointEffect,
  sourceOf,
  type ValueSource,
} from "../schema";
import { type Named, nameOf } from "./member-words";
import { integerFormat, type MoneyFormat } from "./numbers";
import {
  countWords,
  factorWords,
  filterWords,
  list,
  nameWords,
  partWords,
  pointsWords,
  singular,
  type Wording,
} from "./words";

type EffectWording = Wording & { tiers?: readonly Named[]; segments?: readonly Named[] };

/** What an effect gives, as it follows "get": `3 points per €1.00 on Coffee`, `the badge “Early bird”`. */
export function effectWords(effect: Effect, wording: EffectWording, money: MoneyFormat): string {
  if (isBenefit(effect)) return benefitWords(effect, wording);
  const most = "upTo" in effect && effect.upTo ? ` (up to ${pointsWords(effect.upTo, wording)})` : "";
  return `${pointEffectWords(effect, wording, money)}${most}`;
}

function pointEffectWords(effect: PointEffect, wording: Wording, money: MoneyFormat): string {
  const filter = partWords(
    "filter" in effect ? effect.filter : undefined,
    "pick" in effect ? effect.pick : undefined,
    money,
  );
  switch (effect.kind) {
    case "fixed":
      return pointsWords(effect.points, wording);
    case "per_amount":
      return `${pointsWords(effect.points, wording)} per ${effect.whole ? "full " : ""}${money(effect.perMinor)}${filter && ` on ${filter}`}`;
    case "per_quantity": {
      const pieces = effect.pieces === 1 ? "piece" : countWords(effect.pieces, "quantity");
      return `${pointsWords(effect.points, wording)} per ${pieces}${filter && ` of ${filter}`}${togetherWords(effect, money)}`;
    }
    case "per_value": {
      const { source, name: called } = sourceOf(effect.field);
      const name = nameWords(called);
      const per = effect.per === 1 ? singular(name) : `${integerFormat(wording.locale)(effect.per)} ${name}`;
      return `${pointsWords(effect.points, wording)} per ${effect.whole ? "full " : ""}${per}${SOURCES[source]}`;
    }
    case "steps": {
      const steps = effect.steps.map(({ from, points }) => {
        const amount = effect.measure === "amountMinor" ? money(from) : countWords(from, effect.measure);
        return `${pointsWords(points, wording)} for at least ${amount}`;
      });
      return `${list(steps, "or")}${filter && ` of ${filter}`}`;
    }
    case "multiplier": {
      const all = effect.on === "all" ? ", bonuses included" : "";
      return `${timesAsMany(effect.factorPercent)} ${wording.pointName}${filter && ` on ${filter}`}${all}`;
    }
  }
}

const SOURCES: Readonly<Record<ValueSource, string>> = {
  attributes: "",
  lines: " on the lines",
  member: " of the member",
};

function togetherWords(
  { together = [] }: Extract<PointEffect, { kind: "per_quantity" }>,
  money: MoneyFormat,
): string {
  if (together.length === 0) return "";
  const parts = together.map(
    ({ filter, pieces }) => `${countWords(pieces, "quantity")} of ${filterWords(filter, money)}`,
  );
  return ` together with ${list(parts, "and")}`;
}

function timesAsMany(factorPercent: number): string {
  if (factorPercent === 200) return "double";
  return factorPercent === 300 ? "triple" : factorWords(factorPercent);
}

/** A benefit as a thing one gets: `a voucher “Free coffee” valid for 30 days`. */
export function benefitWords(
  effect: BenefitEffect,
  { tiers, segments }: Pick<EffectWording, "tiers" | "segments"> = {},
): string {
  switch (effect.kind) {
    case "voucher":
      return `a voucher “${effect.name}”${effect.validDays === undefined ? "" : validWords(effect.validDays)}`;
    case "badge":
      return `the badge “${effect.badge}”`;
    case "progress":
      return `${effect.by} of ${effect.goal} steps in the challenge “${effect.challenge}”`;
    case "tier":
      return `the tier ${nameOf(effect.tier, tiers)}`;
    case "tag":
      return `the tag “${effect.tag}”${effect.action === "remove" ? " taken away" : ""}`;
    case "segment": {
      const name = nameOf(effect.segment, segments);
      return effect.action === "remove"
        ? `their place in the segment “${name}” taken away`
        : `a place in the segment “${name}”`;
    }
    case "notify":
      return `the message “${effect.title}”`;
    case "webhook":
      return `a call to ${hostOf(effect.url)} about “${effect.topic}”`;
  }
}

/** Whether members are told of it: what is between the merchant and its systems is not. */
export function isForMembers(effect: Effect): boolean {
  return !["tag", "segment", "notify", "webhook"].includes(effect.kind);
}

function validWords(days: number): string {
  return days === 1 ? " valid on the same day" : ` valid for ${days} days`;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
