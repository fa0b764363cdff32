import type { CampaignTelling } from "@/lib/campaigns";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs/schema";
import { isForMembers } from "../benefit-words";
import type { CampaignOutcome, DecisionOutcome } from "../outcome";
import type { ExplanationLine } from "../wording";
import type { Reader } from "./reader";

/** What each campaign gave that fired, and how; points of another type than the spendable one are named. */
export function tellCampaigns(outcome: DecisionOutcome, reader: Reader): ExplanationLine[] {
  const { campaigns, awards, benefits = [] } = outcome;
  const typeOf = new Map(awards.map(({ campaignId, pointTypeNo }) => [campaignId, pointTypeNo]));
  return campaigns
    .filter(({ campaignId, fired, granted }) => {
      const own = benefits.filter((benefit) => benefit.campaignId === campaignId);
      const told = own.filter(isForMembers);
      // Those that gave benefits alone are told by these, and not at all where these are not for the reader.
      const isToldElsewhere = told.length === 0 || told.some(({ unchanged }) => !unchanged);
      return fired && !(granted === 0 && own.length > 0 && isToldElsewhere);
    })
    .map((campaign) => {
      const title = reader.campaignTitle(outcome, campaign.campaignId);
      const reason = tellEarned(campaign, outcome, reader);
      const pointTypeNo = typeOf.get(campaign.campaignId) ?? SPENDABLE_POINT_TYPE;
      if (pointTypeNo === SPENDABLE_POINT_TYPE) return { title, points: campaign.granted, reason };
      const name = reader.wording.pointTypes.find((type) => type.pointTypeNo === pointTypeNo)?.name;
      const given = reader.say("earned.otherType", { points: reader.points(campaign.granted, name) });
      return { title, points: 0, reason: `${reason} ${given}` };
    });
}

/** Campaigns that looked at the event and gave nothing, as far as they are the member's affair. */
export function tellNotFired(outcome: DecisionOutcome, reader: Reader): { title: string; reason: string }[] {
  return outcome.campaigns.flatMap((campaign) => {
    // Whoever is held out for comparison hears nothing of what others get.
    if (campaign.fired || campaign.status === "control") return [];
    const telling = reader.wording.campaign(campaign);
    if (telling === null || telling.sentence === "") return [];
    return [{ title: telling.title, reason: tellMissed(campaign, telling, reader) }];
  });
}

function tellMissed(campaign: CampaignOutcome, telling: CampaignTelling, reader: Reader): string {
  if (campaign.status === "suppressed") return reader.say("earned.suppressed");
  if (campaign.desired > 0) return tellCut(campaign, telling, reader);
  return telling.sentence;
}

function tellEarned(campaign: CampaignOutcome, { subject }: DecisionOutcome, reader: Reader): string {
  const telling = reader.wording.campaign(campaign);
  if (telling === null || telling.rate === "") return reader.say("earned.campaign");
  const { basis, granted, desired } = campaign;
  const { rate, basisOf } = telling;
  const told =
    basis === undefined || basisOf === null || (basisOf === "money" && subject.type !== "purchase")
      ? reader.say("earned.rate", { rate: reader.upperFirst(rate) })
      : reader.say("earned.rateOn", {
          rate,
          basis:
            basisOf === "money" && subject.type === "purchase"
              ? reader.formats.money(basis, subject.currency)
              : reader.points(basis),
        });
  return granted < desired ? `${told} ${tellCut(campaign, telling, reader)}` : told;
}

/** By which limit points were cut. Where several may have done it, all of the member's own are named. */
function tellCut(
  { granted, desired }: CampaignOutcome,
  { limits: { own, shared, told } }: CampaignTelling,
  reader: Reader,
): string {
  const [only, ...others] = own;
  if (only === undefined) return reader.say("earned.cutForAll", { granted, desired });
  return others.length === 0 && shared.length === 0
    ? reader.say("earned.cut", { granted, desired, window: only.window })
    : reader.say("earned.cutByOne", { granted, desired, limits: told });
}
