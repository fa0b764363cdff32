import { z } from "zod";
import { toTypeId } from "@/lib/core/ids";
import { pageOf, typeId } from "@/lib/core/schema";
import type { MemberOfferDto } from "@/lib/flows/list-offers";
import type { ActivityEntry, WalletDto } from "@/lib/wallet";
import { activityQuery, DECISION_KINDS } from "@/lib/wallet/schema";
import { contract } from "../contract";

const common = { method: "GET", tag: "Wallets", permission: "wallet:read" } as const;
const byMember = z.object({ id: typeId("mem") });

const wallet = z
  .object({
    memberId: z.string(),
    pointType: z.object({ name: z.string() }),
    available: z.int().meta({ description: "Points to spend now." }),
    pending: z.int().meta({ description: "Points earned and not yet usable." }),
    held: z.int().meta({ description: "Points set aside for redemptions under way." }),
    debt: z.int().meta({ description: "Points owed after a return; later earnings pay them first." }),
    expiringSoon: z
      .array(z.object({ expiresOn: z.iso.date(), points: z.int() }))
      .meta({ description: "What expires within 60 days; points are usable until the end of the day." }),
    lifetimeEarned: z.int(),
    lifetimeReturned: z.int(),
    lifetimeSpent: z.int(),
    lifetimeExpired: z.int(),
    pendingUntil: z
      .array(z.object({ on: z.iso.date().nullable(), event: z.string().nullable(), points: z.int() }))
      .meta({ description: "Pending points by the day or the custom event that makes them usable." }),
    otherTypes: z
      .array(
        z.object({
          code: z.string(),
          name: z.string(),
          available: z.int(),
          pending: z.int(),
          lifetimeEarned: z.int(),
        }),
      )
      .meta({ description: "The program's other point types." }),
  })
  .meta({ id: "Wallet" });

export const getWallet = contract({
  ...common,
  path: "/api/v1/members/{id}/wallet",
  summary: "Read a member's points",
  speaks: true,
  actors: ["apiKey", "user", "member"],
  params: byMember,
  response: wallet,
  errors: { 404: "The program has no such member." },
});

export function toWalletResource(dto: WalletDto): z.input<typeof wallet> {
  return { ...dto, memberId: toTypeId("mem", dto.memberId) };
}

export const activityEntry = z
  .object({
    id: z.string().meta({ description: "What a reversal names." }),
    eventId: z.string().nullable().meta({ description: "The event that caused it, where one did." }),
    type: z.enum(DECISION_KINDS),
    occurredAt: z.iso.datetime(),
    postedAt: z.iso.datetime(),
    isReversed: z.boolean().meta({ description: "Whether a later entry has undone it." }),
    points: z.int().meta({ description: "Change of the available points." }),
    balanceAfter: z.int(),
    reason: z.string().meta({ examples: ["12.00 € at Kollwitzstr. · Base rate"] }),
    headline: z
      .object({ what: z.string(), why: z.string() })
      .meta({ description: "The halves of `reason`." }),
    explanation: z.array(z.object({ title: z.string(), points: z.int(), reason: z.string() })),
    notFired: z.array(z.object({ title: z.string(), reason: z.string() })).meta({
      description: "Campaigns that looked at the event and gave nothing, as far as members know them.",
    }),
  })
  .meta({ id: "ActivityEntry" });

export const getActivity = contract({
  ...common,
  path: "/api/v1/members/{id}/activity",
  summary: "Read what moved a member's points, the newest first, with the reasons",
  description: "In the words that the member reads.",
  speaks: true,
  actors: ["apiKey", "user", "member"],
  params: byMember,
  query: activityQuery,
  response: pageOf(activityEntry),
  errors: { 404: "The program has no such member." },
});

export function toActivityPage(page: { items: ActivityEntry[]; nextCursor: string | null }) {
  return {
    ...page,
    items: page.items.map(({ causeId, isEvent, ...entry }) => ({
      ...entry,
      id: toTypeId("act", causeId),
      eventId: isEvent ? toTypeId("evt", causeId) : null,
    })),
  };
}

const offer = z
  .object({
    campaignId: z.string(),
    name: z.string().meta({ description: "What the merchant calls it to members." }),
    description: z.string().nullable().meta({ description: "What the merchant says about it." }),
    sentence: z.string().meta({
      description: "The rules that run, in plain words.",
      examples: ["You get double points on Mondays, at most 200 points a month."],
    }),
    progress: z
      .object({
        kind: z.enum(["goal", "limit"]).meta({
          description: "`goal`: so far on the way to it. `limit`: so much of it is used up.",
        }),
        now: z.int(),
        goal: z.int().meta({ description: "Money is in minor units." }),
        words: z.string().meta({ examples: ["3 of 5 purchases"] }),
      })
      .nullable(),
  })
  .meta({ id: "Offer" });

export const getOffers = contract({
  ...common,
  path: "/api/v1/members/{id}/offers",
  summary: "Read what a member can earn points with now, and how far they are",
  description: "The running campaigns that are for the member, those that end first on top; at most 20.",
  speaks: true,
  actors: ["apiKey", "user", "member"],
  params: byMember,
  response: z.object({ items: z.array(offer) }),
  errors: { 404: "The program has no such member." },
});

export function toOffers(offers: MemberOfferDto[]): { items: z.input<typeof offer>[] } {
  return { items: offers.map((dto) => ({ ...dto, campaignId: toTypeId("camp", dto.campaignId) })) };
}

export const walletContracts = [getWallet, getActivity, getOffers];
