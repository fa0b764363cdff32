import { SPENDABLE_POINT_TYPE } from "@/lib/programs/schema";
import { type BenefitEffect, type CampaignDefinition, isBenefit, type PointEffect } from "../schema";
import { benefitWords } from "../wording/effect-words";
import { list } from "../wording/words";
import { allOf, type Check, type Compiling } from "./check";
import { compileCondition } from "./conditions";
import { type CompiledEffect, compileEffect, type Give, type Pass } from "./effects";
import { benefitsMinorOf, type CompiledLimit, compileLimit, type Price } from "./limits";
import { compileAudience } from "./member-checks";
import { compileSchedule } from "./time-checks";
import type { Suppressions } from "./verdict";

export type VersionedCampaign = { campaignId: string; version: number; definition: CampaignDefinition };

export type CompiledCampaign = {
  campaignId: string;
  version: number;
  name: string;
  /** Schedule, audience and condition; null: it always applies. */
  check: Check | null;
  gives: Readonly<Record<Pass, readonly Give[]>>;
  benefits: readonly BenefitEffect[];
  /** What the benefits are, as the number of a phrase; null without any. */
  benefitReason: number | null;
  limits: readonly CompiledLimit[];
  pointTypeNo: number;
  isSpendable: boolean;
  price: Price;
  /** Share of members who get nothing. */
  controlPercent: number;
  heldOut: number;
  group: string | undefined;
  priority: number;
  exclusive: boolean;
  /** Why others are suppressed by it; null where it suppresses nobody. */
  suppresses: Suppressions | null;
};

type PointType = { pointTypeNo: number; valuePerThousandMinor: number };

export function compileCampaign(
  { campaignId, version, definition }: VersionedCampaign,
  { pointTypeNo, valuePerThousandMinor }: PointType,
  compiling: Compiling,
): CompiledCampaign {
  const { name, effects, limits, stacking, control, schedule, audience, condition } = definition;
  const { phrases, wording } = compiling;
  const benefits = effects.filter(isBenefit);
  const given = effects.filter((effect): effect is PointEffect => !isBenefit(effect));
  const compiled = given.map((effect) => compileEffect(effect, compiling));
  const checks = [
    compileSchedule(schedule, compiling),
    audience && compiling.shared.of({ audience }, () => compileAudience(audience, compiling)),
    compileCondition(condition, compiling),
  ];
  // Members read the reason: what is the program's own affair stays out of it.
  const told = benefits.filter(({ kind }) => kind !== "tag" && kind !== "segment" && kind !== "webhook");
  const words = told.map((benefit) => benefitWords(benefit));
  if (words.length === 0 && benefits.length > 0) words.push("noted");
  return {
    campaignId,
    version,
    name,
    check: allOf(checks.filter((check) => check !== null)),
    gives: {
      base: inPass(compiled, "base"),
      bonus: inPass(compiled, "bonus"),
      multiplier: inPass(compiled, "multiplier"),
    },
    benefits,
    benefitReason: words.length === 0 ? null : phrases.numberOf(list(words, "and")),
    limits: limits.map((limit) => compileLimit(limit, wording)),
    pointTypeNo,
    isSpendable: pointTypeNo === SPENDABLE_POINT_TYPE,
    price: { valuePerThousandMinor, benefitsMinor: benefitsMinorOf(benefits) },
    controlPercent: control?.percent ?? 0,
    heldOut: control ? phrases.numberOf("held out: the member is in the control group") : 0,
    group: stacking?.group,
    priority: stacking?.priority ?? 0,
    exclusive: stacking?.exclusive ?? false,
    suppresses: null,
  };
}

function inPass(effects: readonly CompiledEffect[], pass: Pass): Give[] {
  return effects.filter((effect) => effect.pass === pass).map(({ give }) => give);
}
