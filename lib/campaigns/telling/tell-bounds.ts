import type { CampaignDefinition, Limit } from "../schema";
import type { OfferMessage, Speaker } from "./speaker";

/** What bounds an offer: limits of the member's own, what becomes of the points, its days, and that it may run out. */
export function tellBounds(
  { limits, terms, schedule }: Pick<CampaignDefinition, "limits" | "terms" | "schedule">,
  speaker: Speaker,
): string[] {
  const own = limits.filter(isOwn);
  return [
    ...tellLimits(own, speaker),
    ...tellTerms(terms, speaker),
    ...tellSchedule(schedule, speaker),
    ...(limits.length > own.length ? [speaker.say("limit.shared")] : []),
  ];
}

/** Whether a limit is the member's own to use up; budgets and costs are the merchant's affair. */
export function isOwn({ per, costMinor }: Limit): boolean {
  return per === "member" && costMinor === undefined;
}

/** `at most 5 points a day and at most 50 points a month`; nothing where there are none. */
export function tellLimits(own: readonly Limit[], speaker: Speaker): string[] {
  if (own.length === 0) return [];
  const told = own.map(({ points, times = 0, window }) =>
    points === undefined
      ? speaker.say("limit.times", { times, window })
      : speaker.say("limit.points", { points: speaker.points(points), window }),
  );
  return [speaker.and(told)];
}

const RETURNS = {
  debt: "terms.debt",
  within_balance: "terms.forgiven",
  only_pending: "terms.kept",
} as const satisfies Record<string, OfferMessage>;

function tellTerms(terms: CampaignDefinition["terms"], speaker: Speaker): string[] {
  if (terms === undefined) return [];
  const { pending, expiry, returns } = terms;
  return [
    ...(pending === undefined ? [] : [tellPending(pending, speaker)]),
    ...(expiry === undefined ? [] : [tellExpiry(expiry, speaker)]),
    ...(returns === undefined ? [] : [speaker.say(RETURNS[returns])]),
  ];
}

type Terms = NonNullable<CampaignDefinition["terms"]>;

function tellPending(pending: NonNullable<Terms["pending"]>, speaker: Speaker): string {
  switch (pending.kind) {
    case "immediate":
      return speaker.say("terms.atOnce");
    case "period":
      return speaker.say("terms.afterDays", { days: pending.days });
    case "date":
      return speaker.say("terms.fromDay", { day: speaker.formats.day(pending.on) });
    case "event":
      return speaker.say("terms.afterEvent", { event: speaker.quoted(speaker.word(pending.name)) });
  }
}

function tellExpiry(expiry: NonNullable<Terms["expiry"]>, speaker: Speaker): string {
  switch (expiry.kind) {
    case "none":
      return speaker.say("terms.forEver");
    case "rolling":
    case "sliding":
      return speaker.say(expiry.unit === "day" ? "terms.forDays" : "terms.forMonths", {
        count: expiry.count,
      });
    case "calendar":
      return speaker.say("terms.untilEnd", { period: expiry.period, keep: expiry.keep });
  }
}

function tellSchedule({ startsAt, endsAt }: CampaignDefinition["schedule"], speaker: Speaker): string[] {
  return [
    ...(startsAt === undefined
      ? []
      : [speaker.say("schedule.from", { day: speaker.beginning(Date.parse(startsAt)) })]),
    ...(endsAt === undefined
      ? []
      : [speaker.say("schedule.until", { day: speaker.end(Date.parse(endsAt)) })]),
  ];
}
