import "server-only";
import type { LookUpLists } from "@/components/merchant/campaigns/builder/look-ups";
import type { Ctx } from "@/lib/auth/context";
import { can } from "@/lib/auth/permissions";
import { listGroups } from "@/lib/campaign-groups";
import { POLICY_WORDS } from "@/lib/campaign-groups/schema";
import type { ProgramDto } from "@/lib/programs";
import { listSegments } from "@/lib/segments";
import { listSponsors } from "@/lib/sponsors";
import { readTierNames } from "@/lib/tiers";

/** As many segments as the builder offers; others can be typed. */
const MAX_SEGMENTS = 100;

/** What the program has given names, for the builder's fields and sentences. */
export async function readLookUps(ctx: Ctx): Promise<LookUpLists> {
  const [tiers, segments, groups, sponsors] = await Promise.all([
    readTierNames(ctx.programId),
    can(ctx.actor, "members:read") ? listSegments(ctx, { limit: MAX_SEGMENTS }) : { items: [] },
    listGroups(ctx),
    listSponsors(ctx),
  ]);
  return {
    tier: [...tiers].map(([value, label]) => ({ value, label })),
    segment: segments.items.map(({ code, name }) => ({ value: code, label: name })),
    group: groups.map(({ code, name, policy }) => ({
      value: code,
      label: name,
      note: POLICY_WORDS[policy].label.toLowerCase(),
    })),
    sponsor: sponsors.map(({ code, name }) => ({ value: code, label: name })),
  };
}

const named = (options: readonly { value: string; label: string }[]) =>
  options.map(({ value, label }) => ({ code: value, name: label }));

/** How the program speaks, for words about campaigns that are written on the server. */
export async function readWording(ctx: Ctx, program: ProgramDto) {
  const lists = await readLookUps(ctx);
  const { currency, locale, timeZone, pointType, pointTypes } = program;
  return {
    currency,
    locale,
    timeZone,
    pointName: pointType.name,
    pointTypes,
    tiers: named(lists.tier),
    segments: named(lists.segment),
    groups: named(lists.group),
    sponsors: named(lists.sponsor),
  };
}
