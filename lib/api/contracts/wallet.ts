import { z } from "zod";
import { toTypeId } from "@/lib/core/ids";
import { pageOf, typeId } from "@/lib/core/schema";
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
    notFired: z
      .array(z.object({ title: z.string(), reason: z.string() }))
      .meta({ description: "Campaigns that looked at the event and gave nothing." }),
  })
  .meta({ id: "ActivityEntry" });

export const getActivity = contract({
  ...common,
  path: "/api/v1/members/{id}/activity",
  summary: "Read what moved a member's points, the newest first, with the reasons",
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

export const walletContracts = [getWallet, getActivity];
