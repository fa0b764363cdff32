import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { readCollection } from "@/lib/benefits";
import {
  historyStanding,
  listOffers,
  type OfferDto,
  type OfferGoal,
  type Standing,
  tellProgress,
  wishOf,
} from "@/lib/campaigns";
import { type Day, localDay, type Window, windowStart } from "@/lib/core/calendar";
import { db } from "@/lib/db";
import { recallHistory } from "@/lib/history";
import { readMember } from "@/lib/members";
import { recallProgram } from "@/lib/programs";
import { loadCaps } from "@/lib/wallet";

/** What a member can earn points with at the moment, and how far they are. */
export type MemberOfferDto = {
  campaignId: string;
  name: string;
  /** What the merchant says about it; null: nothing. */
  description: string | null;
  /** The rules that run, as one plain sentence in the reader's language. */
  sentence: string;
  /** goal: on the way to it; limit: so much of it is used. Money is in minor units. */
  progress: ({ kind: "goal" | "limit"; words: string } & Standing) | null;
};

const WINDOWS = ["day", "week", "month", "year", "lifetime"] as const satisfies readonly Window[];

/**
 * The running campaigns that are for a member, those that end first on top, without those that they have used up for
 * good; members may read their own. A handful of statements, however many campaigns run.
 * @param locale BCP 47; absent: the member's, or else the program's
 * @throws Forbidden, NotFound
 */
export async function listMemberOffers(
  ctx: Ctx,
  memberId: string,
  locale?: string,
): Promise<MemberOfferDto[]> {
  requireSelfOr(ctx, memberId, "wallet:read");
  const [program, member] = await Promise.all([
    recallProgram(ctx.programId, ctx.tx),
    readMember({ ...ctx, actor: { kind: "member", memberId } }, memberId),
  ]);
  const { attributes, tier, tags, birthday } = member;
  const reader = { memberId, attributes, tier, tags, birthday, joinedAt: new Date(member.joinedAt) };
  const spoken = locale ?? member.locale ?? program.locale;
  const offers = await listOffers(ctx, reader, spoken);
  const { timeZone, currency, pointType } = program;
  const standingOf = await standings(ctx, memberId, offers, timeZone);
  const wording = { locale: spoken, currency, pointName: pointType.name };
  return offers.flatMap((offer) => {
    const { campaignId, name, description, sentence, goal } = offer;
    const { isUsedUp, standing } = standingOf(offer);
    if (isUsedUp) return [];
    const progress =
      goal === null || standing === null
        ? null
        : {
            kind: goal.kind === "limit" ? ("limit" as const) : ("goal" as const),
            ...standing,
            words: tellProgress(goal, standing, wording),
          };
    return [{ campaignId, name, description, sentence, progress }];
  });
}

type StandingOf = (offer: OfferDto) => { isUsedUp: boolean; standing: Standing | null };

/** Reads once what all of the offers are about: limits, history and challenges of the member. */
async function standings(
  ctx: Ctx,
  memberId: string,
  offers: readonly OfferDto[],
  timeZone: string,
): Promise<StandingOf> {
  const now = ctx.clock.now();
  const today = localDay(now, timeZone);
  const startOf = (window: Window): Day => windowStart(now, timeZone, window);
  const goals = offers.flatMap(({ goal }) => goal ?? []);
  const wishes = goals.flatMap((goal) => (goal.kind === "history" ? wishOf(goal.condition, today) : []));
  const asksLimits = offers.some(({ goal, lastLimits }) => goal?.kind === "limit" || lastLimits.length > 0);
  const asksChallenges = goals.some(({ kind }) => kind === "challenge");
  const [caps, history, collection] = await Promise.all([
    asksLimits
      ? loadCaps(
          ctx.tx ?? db(),
          ctx.programId,
          WINDOWS.map((window) => ({ memberId, windowStart: startOf(window) })),
        )
      : [],
    recallHistory(ctx, memberId, wishes),
    asksChallenges ? readCollection(ctx, memberId) : null,
  ]);
  const used = (campaignId: string, limitNo: number, start: Day) =>
    caps.find((row) => row.campaignId === campaignId && row.limitNo === limitNo && row.windowStart === start)
      ?.used ?? 0;
  const standingOf = (campaignId: string, goal: OfferGoal): Standing | null => {
    switch (goal.kind) {
      case "challenge": {
        const own = collection?.challenges.find(({ challenge }) => challenge === goal.challenge);
        return { now: own?.progress ?? 0, goal: own?.goal ?? goal.goal };
      }
      case "history": {
        const rows = history.get(wishOf(goal.condition, today).counter) ?? [];
        return historyStanding(goal.condition, rows, today, startOf);
      }
      case "limit":
        if (goal.window === "event") return null;
        return {
          now: Math.min(goal.goal, used(campaignId, goal.limitNo, startOf(goal.window))),
          goal: goal.goal,
        };
    }
  };
  return ({ campaignId, goal, lastLimits }) => ({
    isUsedUp: lastLimits.some(
      ({ limitNo, amount }) => used(campaignId, limitNo, startOf("lifetime")) >= amount,
    ),
    standing: goal === null ? null : standingOf(campaignId, goal),
  });
}
