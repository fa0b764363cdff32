import { z } from "zod";
import {
  ADJUSTMENT_STATES,
  type AdjustmentDto,
  adjustmentFilter,
  adjustmentInput,
  decisionInput,
} from "@/lib/adjustments/schema";
import { toTypeId } from "@/lib/core/ids";
import { pageOf, pageQuery, typeId } from "@/lib/core/schema";
import { contract } from "../contract";

const tag = "Adjustments";
const byId = z.object({ id: typeId("adj") });

export const adjustmentResource = z
  .object({
    id: z
      .string()
      .meta({ description: "Posted, the member's activity has it as `act_…` with the same suffix." }),
    memberId: z.string(),
    memberName: z.string(),
    pointType: z.object({ code: z.string(), name: z.string() }),
    points: z.int().meta({ description: "Positive: a credit; negative: a debit." }),
    reason: z.string(),
    note: z.string().nullable(),
    expiresOn: z.iso.date().nullable(),
    state: z.enum(ADJUSTMENT_STATES),
    needsApproval: z.boolean(),
    before: z.object({ count: z.int(), points: z.int() }).meta({
      description:
        "What the same person, or their API keys, had adjusted in the 24 hours before without a second person, where " +
        "that is what takes this one above a threshold.",
    }),
    requestedBy: z.string().nullable().meta({ description: "Who asked, by name." }),
    requestedAt: z.iso.datetime(),
    decidedBy: z.string().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    decisionNote: z.string().nullable(),
    balance: z
      .int()
      .nullable()
      .meta({ description: "The member's points of this type now, while the adjustment waits." }),
  })
  .meta({ id: "Adjustment" });

export function toAdjustmentResource({
  adjustmentId,
  memberId,
  requestedBy,
  decidedBy,
  ...dto
}: AdjustmentDto): z.input<typeof adjustmentResource> {
  return {
    ...dto,
    id: toTypeId("adj", adjustmentId),
    memberId: toTypeId("mem", memberId),
    requestedBy: requestedBy.name,
    decidedBy: decidedBy?.name ?? null,
  };
}

export const createAdjustment = contract({
  method: "POST",
  path: "/api/v1/members/{id}/adjustments",
  summary: "Give points to a member or take some, with a reason",
  description:
    "A credit pays what the member owes first; a debit draws the points that expire soonest. Above the program's " +
    "threshold, for which what the same person did alone in the last 24 hours counts, the answer is 202 and the adjustment waits for a second person in the portal.",
  tag,
  permission: "points:adjust",
  actors: ["apiKey", "user"],
  params: z.object({ id: typeId("mem") }),
  body: adjustmentInput,
  response: adjustmentResource,
  status: 201,
  errors: {
    202: "The adjustment waits for approval.",
    404: "The program has no such member.",
    409: "The member has not so many points (`insufficient_points`) or has left (`member_closed`).",
  },
});

export const listAdjustments = contract({
  method: "GET",
  path: "/api/v1/adjustments",
  summary: "List adjustments, the newest first",
  tag,
  permission: "wallet:read",
  actors: ["apiKey", "user"],
  query: adjustmentFilter.extend(pageQuery.shape),
  response: pageOf(adjustmentResource),
});

export const readAdjustment = contract({
  method: "GET",
  path: "/api/v1/adjustments/{id}",
  summary: "Read an adjustment",
  tag,
  permission: "wallet:read",
  actors: ["apiKey", "user"],
  params: byId,
  response: adjustmentResource,
});

const decision = {
  method: "POST",
  tag,
  permission: "adjustments:approve",
  actors: ["user"],
  params: byId,
  body: decisionInput,
  response: adjustmentResource,
} as const;

export const approveAdjustment = contract({
  ...decision,
  path: "/api/v1/adjustments/{id}/approve",
  summary: "Approve an adjustment that waits, and post it",
  description: "For a person other than the one who asked; API keys do not approve.",
  errors: {
    403: "You asked for it yourself (`own_request`), or may not approve.",
    409: "It has been decided (`already_decided`), or the member has not so many points (`insufficient_points`).",
  },
});

export const rejectAdjustment = contract({
  ...decision,
  path: "/api/v1/adjustments/{id}/reject",
  summary: "Reject an adjustment that waits",
  errors: {
    403: "You asked for it yourself (`own_request`), or may not decide.",
    409: "It has been decided (`already_decided`).",
  },
});

export const withdrawAdjustment = contract({
  method: "POST",
  path: "/api/v1/adjustments/{id}/withdraw",
  summary: "Withdraw an adjustment that one has asked for",
  tag,
  permission: "points:adjust",
  actors: ["apiKey", "user"],
  params: byId,
  response: adjustmentResource,
  errors: {
    409: "It has been decided (`already_decided`), or somebody else asked for it (`not_your_request`).",
  },
});

export const adjustmentContracts = [
  createAdjustment,
  listAdjustments,
  readAdjustment,
  approveAdjustment,
  rejectAdjustment,
  withdrawAdjustment,
];
