import { z } from "zod";
import { BENEFIT_KINDS } from "@/lib/benefits/schema";
import { toTypeId } from "@/lib/core/ids";
import { typeId } from "@/lib/core/schema";
import { returnInput } from "@/lib/events/schema";
import {
  DECISION_KINDS,
  type ReturnPreview,
  type ReversalDto,
  type ReversalPreview,
  reversalRequest,
} from "@/lib/wallet/schema";
import { contract } from "../contract";

const tag = "Reversals";
const byEntry = z.object({ id: typeId("act") });
const entryId = z.string().meta({ examples: ["act_01h455vb4pex5vsknk084sn02q"] });
const otherTypes = z.array(z.object({ code: z.string(), name: z.string(), points: z.int() }));

const ERRORS = {
  404: "The program has no such entry.",
  409:
    "The entry was reversed before (`already_reversed`), it stands and the problem says what to do instead " +
    "(`not_reversible`), or the recipient of a transfer has spent the points (`recipient_has_spent`).",
};

const preview = z
  .object({
    entryId,
    memberId: z.string(),
    type: z.enum(DECISION_KINDS),
    reason: z.string().meta({ description: "What the entry was." }),
    points: z.int().meta({ description: "Change of the available points." }),
    pending: z.int().meta({ description: "Change of the pending points." }),
    owed: z.int().meta({ description: "Change of what the member owes." }),
    forgiven: z.int().meta({ description: "Points that the return policy leaves to the member." }),
    grace: z
      .object({ points: z.int(), until: z.iso.date() })
      .nullable()
      .meta({ description: "Restored points whose own last day is over, and their new one." }),
    availableAfter: z.int(),
    owedAfter: z.int(),
    otherTypes: otherTypes.meta({ description: "Changes of the program's other point types." }),
  })
  .meta({ id: "ReversalPreview" });
const reversal = preview
  .extend({
    id: entryId.meta({ description: "The line that the reversal has in the member's activity." }),
    reversedAt: z.iso.datetime(),
  })
  .meta({ id: "Reversal" });

export function toPreviewResource(dto: ReversalPreview): z.input<typeof preview> {
  const { causeId, memberId, kind, ...rest } = dto;
  return { ...rest, entryId: toTypeId("act", causeId), memberId: toTypeId("mem", memberId), type: kind };
}

export function toReversalResource(dto: ReversalDto): z.input<typeof reversal> {
  const { reversalId, reversedAt, ...rest } = dto;
  return { ...toPreviewResource(rest), id: toTypeId("act", reversalId), reversedAt };
}

export const postReversal = contract({
  method: "POST",
  path: "/api/v1/activity/{id}/reversal",
  summary: "Reverse what moved a member's points",
  description:
    "Undoes an entry of a member's activity under an entry of its own. A purchase or custom event gives back what " +
    "it earned, by its return policy; a return gives back what it took; a redemption, an expiry, a debit or a " +
    "transfer puts points back into the lots that they came from, with some days of grace where their last day is " +
    "over. Limits, campaign totals and what came back of a purchase follow. An entry is reversed once.",
  tag,
  permission: "points:reverse",
  actors: ["apiKey", "user"],
  params: byEntry,
  body: reversalRequest,
  response: reversal,
  status: 201,
  errors: ERRORS,
});

export const getReversalPreview = contract({
  method: "GET",
  path: "/api/v1/activity/{id}/reversal",
  summary: "See what a reversal would do",
  description: "What reversing the entry would do as things are now. Nothing is written.",
  tag,
  permission: "points:reverse",
  actors: ["apiKey", "user"],
  params: byEntry,
  response: preview,
  errors: ERRORS,
});

const { $schema: _dialect, ...returnShape } = z.toJSONSchema(returnInput, { io: "input" });

/** The body is examined as the event door examines it: here it is anything, and the reference shows what is expected. */
const returnBody = z.unknown().meta({
  ...returnShape,
  description: "A return, as it would be sent as an event.",
  examples: [
    {
      type: "return",
      id: "refund-88",
      member: { externalId: "c-2261" },
      occurredAt: "2026-03-15T11:00:00+01:00",
      purchaseId: "receipt-1041",
      lines: [{ line: 1, quantity: 1 }],
    },
  ],
});

const returnPreview = z
  .object({
    purchaseEventId: z.string(),
    lines: z.array(
      z.object({
        line: z.int(),
        name: z.string().nullable(),
        quantity: z.number(),
        points: z.int().meta({ description: "What the line takes back." }),
      }),
    ),
    campaigns: z.array(z.object({ name: z.string(), points: z.int() })),
    fromPending: z.int().meta({ description: "Taken from points that are still pending." }),
    fromBalance: z.int().meta({ description: "Taken from points that can be spent." }),
    debt: z.int().meta({ description: "Spent already, and owed from then on." }),
    forgiven: z.int().meta({ description: "Spent already, and left to the member by the return policy." }),
    availableAfter: z.int(),
    owedAfter: z.int(),
    otherTypes: otherTypes.meta({ description: "What it takes back of other point types." }),
    benefits: z
      .array(
        z.object({
          campaign: z.string(),
          kind: z.enum(BENEFIT_KINDS),
          what: z.string(),
          stays: z.boolean().meta({
            description: "It has been used, read or given again since, and cannot be taken back.",
          }),
        }),
      )
      .meta({ description: "Given besides points, and withdrawn when the last of the purchase comes back." }),
  })
  .meta({ id: "ReturnPreview" });

export function toReturnPreviewResource(dto: ReturnPreview): z.input<typeof returnPreview> {
  return { ...dto, purchaseEventId: toTypeId("evt", dto.purchaseEventId) };
}

export const postReturnPreview = contract({
  method: "POST",
  path: "/api/v1/returns/preview",
  summary: "See what a return would take back",
  description:
    "Takes the same body as a return that is sent as an event, and answers what it would do as things are now, " +
    "line by line. Nothing is written.",
  tag,
  permission: "events:write",
  actors: ["apiKey", "user"],
  body: returnBody,
  response: returnPreview,
  errors: {
    422: "The return does not fit, or its purchase is not there (`purchase_not_found`, `no_such_line`, …).",
  },
});

export const reversalContracts = [postReversal, getReversalPreview, postReturnPreview];
