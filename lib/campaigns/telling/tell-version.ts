import { type CampaignDefinition, isBenefit, type Limit } from "../schema";
import { memberTextOf } from "./member-text";
import { type OfferWording, Speaker } from "./speaker";
import { isOwn, tellLimits } from "./tell-bounds";
import { tellOffer, tellRate } from "./tell-offer";

/** What one version of a campaign is to a member who reads of what it gave. */
export type CampaignTelling = {
  title: string;
  /** How it gives points: `3 points per €1.00 on Coffee`; empty where it gives none. */
  rate: string;
  /** What the number in a stored reason is: minor units that it is given on, or points that it multiplies. */
  basisOf: "money" | "points" | null;
  /** All of it, as it is offered; empty where members are not told of it. */
  sentence: string;
  limits: {
    /** The limits of the member's own, and those that all share. */
    own: readonly Limit[];
    shared: readonly Limit[];
    /** The former in words. */
    told: string;
  };
};

/** @param own the program's locale, whose texts stand in where there are none in the reader's language */
export function tellVersion(
  definition: CampaignDefinition,
  wording: OfferWording,
  own: string,
): CampaignTelling {
  const { title } = memberTextOf(definition, wording.locale, own);
  const limits = definition.limits.filter(isOwn);
  return {
    title,
    rate: tellRate(definition, wording),
    basisOf: basisOf(definition),
    sentence: tellOffer(definition, wording),
    limits: {
      own: limits,
      shared: definition.limits.filter((limit) => !isOwn(limit)),
      told: tellLimits(limits, new Speaker(definition, wording)).join(""),
    },
  };
}

function basisOf({ effects }: CampaignDefinition): CampaignTelling["basisOf"] {
  const [only, ...others] = effects.filter((effect) => !isBenefit(effect));
  if (only === undefined || others.length > 0) return null;
  if (only.kind === "per_amount") return "money";
  return only.kind === "multiplier" ? "points" : null;
}
