import { z } from "zod";
import { toTypeId } from "@/lib/core/ids";
import { pageOf, typeId } from "@/lib/core/schema";
import {
  type CaptureDto,
  capture,
  HOLD_STATES,
  type HoldDto,
  holdFilter,
  newHold,
  newSpend,
  type SpendDto,
} from "@/lib/wallet/schema";
import { contract } from "../contract";

const tag = "Spending";
const byMember = z.object({ id: typeId("mem") });
const byHold = z.object({ id: typeId("hold") });
const memberId = z.string().meta({ examples: ["mem_01h455vb4pex5vsknk084sn02q"] });

const NO_MEMBER = "The program has no such member.";
const NO_HOLD = "The program has no such hold.";
const NOT_SPENT =
  "There are not so many points (`insufficient_points`, with `available`), or the member is blocked or has left " +
  "(`member_blocked`, `member_closed`).";

const hold = z
  .object({
    id: z.string().meta({ examples: ["hold_01h455vb4pex5vsknk084sn02q"] }),
    memberId,
    state: z.enum(HOLD_STATES),
    points: z.int().meta({ description: "Set aside at first." }),
    captured: z.int().meta({ description: "Spent of them." }),
    remaining: z.int().meta({ description: "Still set aside." }),
    reason: z.string().meta({ description: "What it is for; the member reads it." }),
    reference: z.string().nullable(),
    redemptionId: z.string().nullable().meta({
      description: "The redemption that it is for. It is captured or released with it, and not by itself.",
    }),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().meta({ description: "When the points go back by themselves." }),
    closedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Hold" });

export function toHoldResource({
  holdId,
  memberId: member,
  redemptionId,
  ...dto
}: HoldDto): z.input<typeof hold> {
  return {
    ...dto,
    id: toTypeId("hold", holdId),
    memberId: toTypeId("mem", member),
    redemptionId: redemptionId === null ? null : toTypeId("red", redemptionId),
  };
}

const spend = z
  .object({
    activityId: z.string().meta({
      description: "The line in the member's activity; what a reversal names.",
      examples: ["act_01h455vb4pex5vsknk084sn02q"],
    }),
    memberId,
    points: z.int(),
    available: z.int().meta({ description: "What the member can still spend." }),
    reason: z.string(),
    reference: z.string().nullable(),
    spentAt: z.iso.datetime(),
    lots: z
      .array(z.object({ expiresOn: z.iso.date().nullable(), points: z.int() }))
      .meta({ description: "What was drawn, by last day; null for points that do not expire." }),
  })
  .meta({ id: "Spend" });

export function toSpendResource({ causeId, memberId: member, ...dto }: SpendDto): z.input<typeof spend> {
  return { ...dto, activityId: toTypeId("act", causeId), memberId: toTypeId("mem", member) };
}

export const postSpend = contract({
  method: "POST",
  path: "/api/v1/members/{id}/spends",
  summary: "Spend points",
  description: "Spends points at once: those that expire soonest go first, then the oldest.",
  tag,
  permission: "points:spend",
  actors: ["apiKey", "user"],
  params: byMember,
  body: newSpend,
  response: spend,
  status: 201,
  errors: { 404: NO_MEMBER, 409: NOT_SPENT },
});

export const postHold = contract({
  method: "POST",
  path: "/api/v1/members/{id}/holds",
  summary: "Set points aside",
  description:
    "Sets points aside for a redemption under way: nothing else can spend them until the hold is captured or " +
    "released, or its time is up. Points whose last day passes meanwhile can still be captured.",
  tag,
  permission: "points:spend",
  actors: ["apiKey", "user"],
  params: byMember,
  body: newHold,
  response: hold,
  status: 201,
  errors: { 404: NO_MEMBER, 409: NOT_SPENT },
});

export const listHolds = contract({
  method: "GET",
  path: "/api/v1/members/{id}/holds",
  summary: "List a member's holds, the newest first",
  tag,
  permission: "wallet:read",
  actors: ["apiKey", "user", "member"],
  params: byMember,
  query: holdFilter,
  response: pageOf(hold),
  errors: { 404: NO_MEMBER },
});

export function toHoldPage(page: { items: HoldDto[]; nextCursor: string | null }) {
  return { ...page, items: page.items.map(toHoldResource) };
}

export const getHold = contract({
  method: "GET",
  path: "/api/v1/holds/{id}",
  summary: "Read a hold",
  tag,
  permission: "wallet:read",
  actors: ["apiKey", "user", "member"],
  params: byHold,
  response: hold,
  errors: { 404: NO_HOLD },
});

export const captureHold = contract({
  method: "POST",
  path: "/api/v1/holds/{id}/capture",
  summary: "Spend points that were set aside",
  description:
    "Spends all of a hold, or so many points of it. Unless `final` is false the hold ends with that and the rest " +
    "goes back to the member.",
  tag,
  permission: "points:spend",
  actors: ["apiKey", "user"],
  params: byHold,
  body: capture,
  response: z.object({ hold, spend }),
  errors: {
    404: NO_HOLD,
    409:
      "The time of the hold is up (`hold_expired`), it has ended (`hold_closed`), it holds less " +
      "(`exceeds_hold`), or it belongs to a redemption (`hold_of_redemption`).",
  },
});

export function toCaptureResource(dto: CaptureDto) {
  return { hold: toHoldResource(dto.hold), spend: toSpendResource(dto.spend) };
}

export const releaseHold = contract({
  method: "POST",
  path: "/api/v1/holds/{id}/release",
  summary: "Give points that were set aside back to the member",
  tag,
  permission: "points:spend",
  actors: ["apiKey", "user"],
  params: byHold,
  response: hold,
  errors: {
    404: NO_HOLD,
    409: "The hold has ended (`hold_closed`), or belongs to a redemption (`hold_of_redemption`).",
  },
});

export const holdContracts = [postSpend, postHold, listHolds, getHold, captureHold, releaseHold];
