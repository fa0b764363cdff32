import "server-only";
import { z } from "zod";
import type { Ctx } from "@/lib/auth/context";
import { Cache } from "@/lib/cache";
import { recallProgram } from "@/lib/programs";
import type { VersionedCampaign } from "./compile";
import { compileAudience } from "./conditions";
import { definitionStructure } from "./definition";
import { type EngineMember, Facts } from "./facts";
import { Phrases } from "./phrases";
import { runningCampaigns } from "./queries";
import { campaignSentence, type SentenceWording } from "./sentence";

/** What a member can earn points with at the moment. */
export type OfferDto = {
  campaignId: string;
  name: string;
  /** In plain words, from the rules that run. */
  sentence: string;
};

/** A campaign in force as members are told of it, with what decides who is told, and when. */
const notice = z.object({
  campaignId: z.string(),
  name: z.string(),
  sentence: z.string(),
  audience: definitionStructure.shape.audience,
  schedule: definitionStructure.shape.schedule,
});
export type Notice = z.infer<typeof notice>;

/** By rule-set version and wording, so they never change: how long they are kept is only a question of room. */
const notices = new Cache("notices", { value: z.array(notice), ttlSeconds: 60 * 60, maxEntries: 500 });

/** As many as a person would read. */
const MAX_OFFERS = 20;

/**
 * The running campaigns that are for this member: those that end first stand first, then the newest. Every member
 * may know them, so no permission is asked for.
 * @param locale BCP 47, for numbers and dates in the sentences
 */
export async function listOffers(ctx: Ctx, member: EngineMember, locale?: string): Promise<OfferDto[]> {
  const { tx } = ctx;
  const program = await recallProgram(ctx.programId, tx);
  const { programId, ruleSetVersion, currency, timeZone, pointType, pointTypes } = program;
  const wording = {
    currency,
    locale: locale ?? program.locale,
    timeZone,
    pointName: pointType.name,
    pointTypes: pointTypes.map(({ code, name }) => ({ code, name })),
  };
  const load = async () => noticesOf(await runningCampaigns(program, tx), wording);
  const key = JSON.stringify([ruleSetVersion, wording]);
  return offersFor(
    tx ? await load() : await notices.read(programId, key, load),
    member,
    ctx.clock.now(),
    timeZone,
  );
}

/** Puts campaigns into the words for members. */
export function noticesOf(campaigns: readonly VersionedCampaign[], wording: SentenceWording): Notice[] {
  return campaigns.map(({ campaignId, definition }) => ({
    campaignId,
    name: definition.name,
    sentence: campaignSentence(definition, wording).text,
    audience: definition.audience,
    schedule: definition.schedule,
  }));
}

/** Those that are for the member now. */
export function offersFor(
  all: readonly Notice[],
  member: EngineMember,
  now: Date,
  timeZone: string,
): OfferDto[] {
  const facts = new Facts({ type: "purchase", occurredAt: now, payload: {} }, member, timeZone);
  return all
    .filter(({ audience, schedule: { startsAt, endsAt } }) => {
      const isRunning =
        (startsAt === undefined || Date.parse(startsAt) <= now.getTime()) &&
        (endsAt === undefined || Date.parse(endsAt) > now.getTime());
      return isRunning && compileAudience(audience, new Phrases())(facts) === null;
    })
    .sort((one, other) => endOf(one) - endOf(other) || (one.campaignId < other.campaignId ? 1 : -1))
    .slice(0, MAX_OFFERS)
    .map(({ campaignId, name, sentence }) => ({ campaignId, name, sentence }));
}

/** Milliseconds since 1970, finite so that endless ones compare equal. */
function endOf({ schedule: { endsAt } }: Notice): number {
  return endsAt === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(endsAt);
}
