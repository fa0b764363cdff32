import {
  type BenefitEffect,
  type CampaignDefinition,
  type Effect,
  isBenefit,
  type PointEffect,
} from "../schema";
import { isForMembers } from "../wording/effect-words";
import type { Speaker } from "./speaker";
import { tellGoods, tellPart, tellPieces } from "./tell-goods";

/** What an effect gives a member, as the object of "you get": `3 points per €1.00 on Coffee`. */
export function tellGain(effect: Effect, speaker: Speaker): string {
  if (isBenefit(effect)) return tellBenefit(effect, speaker);
  const gain = tellPoints(effect, speaker);
  const most = "upTo" in effect ? effect.upTo : undefined;
  return most === undefined ? gain : speaker.say("gains.upTo", { gain, points: speaker.points(most) });
}

/** The effects that members are told of. */
export function gainsOf({ effects }: Pick<CampaignDefinition, "effects">): Effect[] {
  return effects.filter(isForMembers);
}

function tellPoints(effect: PointEffect, speaker: Speaker): string {
  switch (effect.kind) {
    case "fixed":
      return speaker.points(effect.points);
    case "per_amount":
      return speaker.say("gains.perAmount", {
        points: speaker.points(effect.points),
        whole: effect.whole ?? false,
        money: speaker.money(effect.perMinor),
        ...tellPart(effect, speaker),
      });
    case "per_quantity": {
      const gain = speaker.say("gains.perPiece", {
        points: speaker.points(effect.points),
        pieces: effect.pieces,
        ...tellPart(effect, speaker),
      });
      if (effect.together === undefined) return gain;
      const parts = effect.together.map(({ filter, pieces }) =>
        speaker.say("goods.counted", {
          pieces: tellPieces(pieces, speaker),
          goods: tellGoods(filter, speaker).goods,
        }),
      );
      return speaker.say("gains.together", { gain, parts: speaker.and(parts) });
    }
    case "per_value":
      return speaker.say("gains.perValue", {
        points: speaker.points(effect.points),
        whole: effect.whole ?? false,
        per: effect.per,
        name: speaker.word(effect.field, effect.per),
      });
    case "steps": {
      const steps = effect.steps.map(({ from, points }) =>
        speaker.say("gains.step", { points: speaker.points(points), amount: stepOf(effect, from, speaker) }),
      );
      return speaker.say("gains.steps", { steps: speaker.or(steps), ...tellGoods(effect.filter, speaker) });
    }
    case "multiplier":
      return speaker.say("gains.multiplier", {
        factor: FACTORS[effect.factorPercent] ?? "other",
        times: speaker.formats.number(effect.factorPercent / 100),
        name: speaker.multipliedName(),
        all: effect.on === "all",
        ...tellPart(effect, speaker),
      });
  }
}

/** Those that have a word of their own. */
const FACTORS: Readonly<Record<number, string>> = { 200: "double", 300: "triple" };

function stepOf(
  { measure }: Extract<PointEffect, { kind: "steps" }>,
  from: number,
  speaker: Speaker,
): string {
  if (measure === "amountMinor") return speaker.money(from);
  return measure === "quantity" ? tellPieces(from, speaker) : speaker.say("lines", { count: from });
}

function tellBenefit(effect: BenefitEffect, speaker: Speaker): string {
  switch (effect.kind) {
    case "voucher":
      return speaker.say("gains.voucher", {
        name: speaker.quoted(effect.name),
        days: effect.validDays ?? 0,
      });
    case "badge":
      return speaker.say("gains.badge", { name: speaker.quoted(effect.badge) });
    case "progress":
      return speaker.say("gains.progress", {
        by: effect.by,
        goal: effect.goal,
        name: speaker.quoted(effect.challenge),
      });
    case "tier":
      return speaker.say("gains.tier", { name: speaker.tier(effect.tier) });
    case "tag":
    case "segment":
    case "notify":
    case "webhook":
      // Between the merchant and its systems.
      return "";
  }
}
