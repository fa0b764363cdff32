import "server-only";
import { z } from "zod";
import type { Ctx } from "@/lib/auth/context";
import { Cache } from "@/lib/cache";
import { db } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import { selectOfferNames } from "./codes/names-sql";
import type { VersionedCampaign } from "./evaluation/compile";
import { isHeldOut } from "./evaluation/control-group";
import { type EngineMember, Facts } from "./evaluation/facts";
import { LocalClock } from "./evaluation/local-clock";
import { compileAudience } from "./evaluation/member-checks";
import { Phrases } from "./evaluation/phrases";
import { memberTest } from "./language/audience";
import { definitionStructure } from "./language/definition";
import { runningCampaigns } from "./queries";
import { goalOf, lastLimitsOf, type OfferGoal, offerGoal } from "./telling/goals";
import { memberTextOf } from "./telling/member-text";
import type { OfferWording } from "./telling/speaker";
import { tellOffer } from "./telling/tell-offer";
import { conjuncts } from "./wording/sentence";

/** What a member can earn points with at the moment. */
export type OfferDto = {
  campaignId: string;
  /** What the merchant calls it to members: in their language where there is one, else the campaign's name. */
  name: string;
  /** What the merchant says about it; null: nothing. */
  description: string | null;
  /** In plain words, from the rules that run. */
  sentence: string;
  /** What a member can be seen to be on the way to; null: nothing. */
  goal: OfferGoal | null;
  /** Limits for all time: once one is used up, the offer is over for the member. */
  lastLimits: { limitNo: number; amount: number }[];
};

/** A campaign in force as members are told of it, with what decides who is told, and when. */
const notice = z.object({
  campaignId: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  /** Spoken to the member. */
  sentence: z.string(),
  goal: offerGoal.nullable(),
  lastLimits: z.array(z.object({ limitNo: z.int(), amount: z.number() })),
  audience: definitionStructure.shape.audience,
  /** What the conditions ask of members, beside the audience. */
  members: z.array(memberTest),
  schedule: definitionStructure.shape.schedule,
  control: definitionStructure.shape.control,
});
export type Notice = z.infer<typeof notice>;

/** By rule-set version and wording, so they never change: how long they are kept is only a question of room. */
const notices = new Cache("notices", { value: z.array(notice), ttlSeconds: 60 * 60, maxEntries: 500 });

/** As many as a person would read. */
const MAX_OFFERS = 20;

/**
 * The running campaigns that are for this member: those that end first stand first, then the newest. Every member
 * may know them, so no permission is asked for.
 * @param member their segments are looked up
 * @param locale BCP 47: the language, numbers and dates of what they read; absent: the program's
 */
export async function listOffers(
  ctx: Ctx,
  member: Omit<EngineMember, "segments">,
  locale?: string,
): Promise<OfferDto[]> {
  const { all, segments, timeZone } = await recallNotices(ctx, member.memberId, locale);
  return offersFor(all, { ...member, segments }, ctx.clock.now(), timeZone);
}

/** Nobody's id: no member has it, so it is in no segment. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * The running campaigns that are for anybody, as a visitor reads them who is no member yet. What a control group must
 * not hear of is not told to the public either.
 * @param locale BCP 47: the language, numbers and dates of what they read
 */
export async function listPublicOffers(
  ctx: Pick<Ctx, "programId" | "clock">,
  locale: string,
): Promise<OfferDto[]> {
  const { all, timeZone } = await recallNotices(ctx, NOBODY, locale);
  const now = ctx.clock.now();
  const stranger = {
    memberId: NOBODY,
    attributes: {},
    tier: null,
    tags: [],
    birthday: null,
    segments: [],
    joinedAt: now,
  };
  return offersFor(
    all.filter(({ control }) => control === undefined),
    stranger,
    now,
    timeZone,
  );
}

async function recallNotices(
  { programId, tx }: Pick<Ctx, "programId" | "tx">,
  memberId: string,
  locale: string | undefined,
): Promise<{ all: Notice[]; segments: string[]; timeZone: string }> {
  const [program, { segments, tiers }] = await Promise.all([
    recallProgram(programId, tx),
    selectOfferNames(tx ?? db(), programId, memberId),
  ]);
  const { ruleSetVersion, currency, timeZone, pointType, pointTypes } = program;
  const wording = {
    currency,
    locale: locale ?? program.locale,
    timeZone,
    pointName: pointType.name,
    pointTypes: pointTypes.map(({ code, name }) => ({ code, name })),
    tiers,
  };
  const load = async () => noticesOf(await runningCampaigns(program, tx), wording, program.locale);
  const key = JSON.stringify([ruleSetVersion, wording, program.locale]);
  return { all: tx ? await load() : await notices.read(programId, key, load), segments, timeZone };
}

/**
 * Puts campaigns into the words for members. Those that have nothing for members to know are left out.
 * @param own the program's locale, whose texts stand in where there are none in the reader's language
 */
export function noticesOf(
  campaigns: readonly VersionedCampaign[],
  wording: OfferWording,
  own: string = wording.locale,
): Notice[] {
  return campaigns.flatMap(({ campaignId, definition }) => {
    const sentence = tellOffer(definition, wording);
    if (sentence === "") return [];
    const { audience, schedule, control } = definition;
    const { title: name, description } = memberTextOf(definition, wording.locale, own);
    const members = conjuncts(definition.condition).flatMap((condition) =>
      condition.kind === "member" ? [{ attribute: condition.attribute, test: condition.test }] : [],
    );
    const goal = goalOf(definition);
    const lastLimits = lastLimitsOf(definition);
    return [
      { campaignId, name, description, sentence, goal, lastLimits, audience, members, schedule, control },
    ];
  });
}

/** Those that are for the member now; the control group hears nothing of what it does not get. */
export function offersFor(
  all: readonly Notice[],
  member: EngineMember,
  now: Date,
  timeZone: string,
): OfferDto[] {
  const event = { type: "purchase", occurredAt: now, payload: {} };
  const facts = new Facts(event, member, new LocalClock(timeZone));
  return all
    .filter(({ campaignId, schedule: { startsAt, endsAt }, control }) => {
      const isRunning =
        (startsAt === undefined || Date.parse(startsAt) <= now.getTime()) &&
        (endsAt === undefined || Date.parse(endsAt) > now.getTime());
      return isRunning && !(control && isHeldOut(campaignId, member.memberId, control.percent));
    })
    .filter((notice) => isFor(notice, facts))
    .sort((one, other) => endOf(one) - endOf(other) || (one.campaignId < other.campaignId ? 1 : -1))
    .slice(0, MAX_OFFERS)
    .map(
      ({ audience: _audience, members: _members, schedule: _schedule, control: _control, ...offer }) => offer,
    );
}

function isFor({ audience, members }: Notice, facts: Facts): boolean {
  const asked = members.length === 0 ? [] : [{ match: "all" as const, tests: members }];
  return [...(audience ? [audience] : []), ...asked].every((tests) => {
    return compileAudience(tests, { phrases: new Phrases() })(facts) === null;
  });
}

/** Milliseconds since 1970, finite so that endless ones compare equal. */
function endOf({ schedule: { endsAt } }: Notice): number {
  return endsAt === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(endsAt);
}
