import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { recallProgram } from "@/lib/programs";
import type { VersionedCampaign } from "./compile";
import { compileAudience } from "./conditions";
import { type EngineMember, Facts } from "./facts";
import { runningCampaigns } from "./queries";
import { campaignSentence, type SentenceWording } from "./sentence";

/** What a member can earn points with at the moment. */
export type OfferDto = {
  campaignId: string;
  name: string;
  /** In plain words, from the rules that run. */
  sentence: string;
};

/** As many as a person would read. */
const MAX_OFFERS = 20;

/**
 * The running campaigns that are for this member: those that end first stand first, then the newest. Every member
 * may know them, so no permission is asked for.
 * @param locale BCP 47, for numbers and dates in the sentences
 */
export async function listOffers(ctx: Ctx, member: EngineMember, locale?: string): Promise<OfferDto[]> {
  const program = await recallProgram(ctx.programId, ctx.tx);
  const campaigns = await runningCampaigns(program, ctx.tx);
  const { currency, timeZone, pointType } = program;
  const wording = { currency, locale: locale ?? program.locale, timeZone, pointName: pointType.name };
  return offersFor(campaigns, member, ctx.clock.now(), wording);
}

/** The same over campaigns at hand. */
export function offersFor(
  campaigns: readonly VersionedCampaign[],
  member: EngineMember,
  now: Date,
  wording: SentenceWording,
): OfferDto[] {
  return campaigns
    .filter(({ definition }) => {
      const { startsAt, endsAt } = definition.schedule;
      const facts = new Facts(
        { type: definition.trigger.event, occurredAt: now, payload: {} },
        member,
        wording.timeZone,
      );
      const isRunning =
        (startsAt === undefined || Date.parse(startsAt) <= now.getTime()) &&
        (endsAt === undefined || Date.parse(endsAt) > now.getTime());
      return isRunning && compileAudience(definition.audience)(facts) === null;
    })
    .sort((one, other) => endOf(one) - endOf(other) || (one.campaignId < other.campaignId ? 1 : -1))
    .slice(0, MAX_OFFERS)
    .map(({ campaignId, definition }) => ({
      campaignId,
      name: definition.name,
      sentence: campaignSentence(definition, wording).text,
    }));
}

/** Milliseconds since 1970, finite so that endless ones compare equal. */
function endOf({ definition }: VersionedCampaign): number {
  const { endsAt } = definition.schedule;
  return endsAt === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(endsAt);
}
