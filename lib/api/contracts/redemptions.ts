import { z } from "zod";
import { toTypeId } from "@/lib/core/ids";
import { pageOf, typeId } from "@/lib/core/schema";
import { PAYMENT_STATES } from "@/lib/payments/schema";
import {
  cancellation,
  closing,
  delivery,
  fulfilment,
  partnerResult,
  progress,
  REDEMPTION_CHANNELS,
  REDEMPTION_STATES,
  type RedemptionDetailDto,
  type RedemptionDto,
  redemptionFilter,
  redemptionRequest,
  STEP_PARTIES,
  STEPS,
  takingBack,
  tracking,
} from "@/lib/redemptions/schema";
import { FULFILMENTS } from "@/lib/rewards/schema";
import { contract } from "../contract";

const tag = "Redemptions";
const byId = z.object({ id: typeId("red") });
const NO_MEMBER = "The program has no such member, or no such reward.";
const NO_REDEMPTION = "The program has no such redemption.";
const NOT_NOW =
  "Its state does not allow that (`redemption_requested`, `redemption_reserved`, `redemption_fulfilled`, " +
  "`redemption_cancelled`, `redemption_failed`, `redemption_reversed`).";

const nullableInstant = z.iso.datetime().nullable();

const payment = z
  .object({
    id: z.string(),
    provider: z.string().meta({ examples: ["stripe"] }),
    amountMinor: z.int(),
    currency: z.string(),
    state: z.enum(PAYMENT_STATES),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Payment" });

const fields = {
  id: z.string().meta({ examples: ["red_01h455vb4pex5vsknk084sn02q"] }),
  memberId: z.string().nullable(),
  rewardId: z.string(),
  partnerId: z.string().nullable(),
  state: z.enum(REDEMPTION_STATES).meta({
    description:
      "`requested`: a payment is still to be made. `reserved`: points and item are set aside, and it is being " +
      "fulfilled. Both end by themselves at `expiresAt`.",
  }),
  fulfilment: z.enum(FULFILMENTS),
  reward: z
    .object({ name: z.string(), kind: z.string(), howToUse: z.string(), terms: z.string() })
    .meta({ description: "As it was promised when it was asked for." }),
  points: z.int(),
  amountMinor: z.int().meta({ description: "Money besides, in minor units." }),
  costMinor: z.int().nullable(),
  channel: z.enum(REDEMPTION_CHANNELS),
  delivery: delivery.nullable(),
  reference: z.string().nullable(),
  partnerReference: z.string().nullable(),
  closingNote: z.string().nullable().meta({ description: "Why it ended; the member reads it." }),
  createdAt: z.iso.datetime(),
  expiresAt: nullableInstant,
  acceptedAt: nullableInstant.meta({ description: "Since when the member cannot call it off." }),
  shippedAt: nullableInstant.meta({ description: "Since when it is on its way to the member." }),
  fulfilledAt: nullableInstant,
  closedAt: nullableInstant,
  activityId: z
    .string()
    .nullable()
    .meta({ description: "The line in the member's activity that spent the points." }),
  voucherId: z.string().nullable(),
  payment: payment.nullable(),
};
const redemption = z.object(fields).meta({ id: "Redemption" });
const step = z.object({
  what: z.enum(STEPS),
  state: z.enum(REDEMPTION_STATES),
  by: z.enum(STEP_PARTIES),
  note: z.string().nullable(),
  tracking: tracking.nullable(),
  at: z.iso.datetime(),
});
const redemptionDetail = z.object({ ...fields, steps: z.array(step) }).meta({ id: "RedemptionDetail" });

export function toRedemptionResource(dto: RedemptionDto): z.input<typeof redemption> {
  const { redemptionId, memberId, rewardId, partnerId, spendId, voucherId, payment: paid, ...rest } = dto;
  const { name, kind, howToUse, terms } = dto.reward;
  return {
    ...rest,
    id: toTypeId("red", redemptionId),
    memberId: memberId === null ? null : toTypeId("mem", memberId),
    rewardId: toTypeId("rwd", rewardId),
    partnerId: partnerId === null ? null : toTypeId("org", partnerId),
    activityId: spendId === null ? null : toTypeId("act", spendId),
    voucherId: voucherId === null ? null : toTypeId("vou", voucherId),
    reward: { name, kind, howToUse, terms },
    payment: paid === null ? null : { ...paid, id: toTypeId("pay", paid.paymentId) },
  };
}

export function toRedemptionDetailResource(dto: RedemptionDetailDto): z.input<typeof redemptionDetail> {
  return { ...toRedemptionResource(dto), steps: dto.steps };
}

export function toRedemptionPage(page: { items: RedemptionDto[]; nextCursor: string | null }) {
  return { ...page, items: page.items.map(toRedemptionResource) };
}

export const postRedemption = contract({
  method: "POST",
  path: "/api/v1/members/{id}/redemptions",
  summary: "Redeem points for a reward",
  description:
    "Spends the points at once where nobody has to do anything for it; otherwise sets them aside until the reward is " +
    "fulfilled. Where money is due, start the payment next. Send an Idempotency-Key: a repeated request redeems once.",
  tag,
  permission: "redemptions:write",
  actors: ["apiKey", "user", "member"],
  params: z.object({ id: typeId("mem") }),
  body: redemptionRequest,
  response: redemption,
  status: 201,
  errors: {
    404: NO_MEMBER,
    409:
      "The member cannot have it: `insufficient_points` (with `available` and `missing`), `price_changed` (with " +
      "`points` and `amountMinor`), `out_of_stock`, `pool_empty`, `limit_reached` (with `count` and `per`), " +
      "`delivery_needed`, `reward_not_published`, `reward_not_yet`, `reward_over`, `reward_other_tier`, " +
      "`reward_not_offered`, `payments_unavailable`, `member_blocked`, `member_closed`.",
  },
});

export const listRedemptions = contract({
  method: "GET",
  path: "/api/v1/redemptions",
  summary: "List redemptions, the newest first",
  tag,
  permission: "redemptions:read",
  actors: ["apiKey", "user", "member"],
  query: redemptionFilter,
  response: pageOf(redemption),
});

export const getRedemption = contract({
  method: "GET",
  path: "/api/v1/redemptions/{id}",
  summary: "Read a redemption with what happened to it",
  tag,
  permission: "redemptions:read",
  actors: ["apiKey", "user", "member"],
  params: byId,
  response: redemptionDetail,
  errors: { 404: NO_REDEMPTION },
});

const command = {
  method: "POST",
  tag,
  permission: "redemptions:write",
  actors: ["apiKey", "user"],
  params: byId,
  response: redemption,
  errors: { 404: NO_REDEMPTION, 409: NOT_NOW },
} as const;

export const acceptRedemption = contract({
  ...command,
  path: "/api/v1/redemptions/{id}/accept",
  summary: "Say that a redemption is being worked on",
  description: "From then on its member cannot call it off, and its time begins anew.",
  body: progress,
});

export const shipRedemption = contract({
  ...command,
  path: "/api/v1/redemptions/{id}/ship",
  summary: "Say that a redemption is on its way",
  body: progress,
});

export const fulfilRedemption = contract({
  ...command,
  path: "/api/v1/redemptions/{id}/fulfil",
  summary: "Say that the member has what they redeemed",
  description:
    "Spends the points that were set aside. A code that comes with it becomes the member's voucher.",
  body: fulfilment,
  errors: {
    404: NO_REDEMPTION,
    409: `${NOT_NOW} Its time is up (\`redemption_expired\`), or another voucher has the code (\`code_taken\`).`,
  },
});

export const failRedemption = contract({
  ...command,
  path: "/api/v1/redemptions/{id}/fail",
  summary: "Say that a redemption cannot be fulfilled",
  body: closing,
});

export const cancelRedemption = contract({
  ...command,
  path: "/api/v1/redemptions/{id}/cancel",
  summary: "Call a redemption off",
  description: "Gives points, stock and money back. Members can until somebody is at work on it.",
  actors: ["apiKey", "user", "member"],
  body: cancellation,
  errors: { 404: NO_REDEMPTION, 409: `${NOT_NOW} Somebody is at work on it (\`redemption_accepted\`).` },
});

export const reverseRedemption = contract({
  ...command,
  path: "/api/v1/redemptions/{id}/reverse",
  summary: "Take a fulfilled redemption back",
  description: "Puts the points back into their lots, withdraws the voucher, and gives the money back.",
  permission: "redemptions:reverse",
  body: takingBack,
  errors: { 404: NO_REDEMPTION, 409: `${NOT_NOW} Its voucher has been used (\`voucher_used\`).` },
});

export const ENDINGS = ["cancel", "reverse"] as const;

export const getEndingPreview = contract({
  method: "GET",
  path: "/api/v1/redemptions/{id}/preview",
  summary: "See what calling a redemption off, or taking it back, would do",
  tag,
  permission: "redemptions:read",
  actors: ["apiKey", "user", "member"],
  params: byId,
  query: z.object({ command: z.enum(ENDINGS) }),
  response: z
    .object({
      points: z.int().meta({ description: "Points that the member can use again." }),
      availableAfter: z.int(),
      grace: z.object({ points: z.int(), until: z.iso.date() }).nullable(),
      refundMinor: z.int(),
      voucher: z.enum(["issued", "used", "expired", "withdrawn"]).nullable(),
      isCounted: z.boolean(),
    })
    .meta({ id: "EndingPreview" }),
  errors: { 404: NO_REDEMPTION, 409: NOT_NOW },
});

export const postPayment = contract({
  method: "POST",
  path: "/api/v1/redemptions/{id}/payment",
  summary: "Start the payment of a redemption",
  description:
    "Answers with the page on which the member pays. The same page again as long as it can be paid.",
  tag,
  permission: "redemptions:write",
  actors: ["apiKey", "user", "member"],
  params: byId,
  body: z.strictObject({
    returnUrl: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .meta({ description: "Where the payer comes back to, whatever came of it." }),
  }),
  response: z.object({ url: z.string() }),
  errors: {
    404: NO_REDEMPTION,
    409: "There is nothing to pay (`nothing_to_pay`).",
    502: "The payment provider does not answer (`payment_provider`).",
  },
});

export const getPayment = contract({
  method: "GET",
  path: "/api/v1/redemptions/{id}/payment",
  summary: "Ask how the payment of a redemption stands",
  description: "Asks the provider where it has not told by itself yet.",
  tag,
  permission: "redemptions:read",
  actors: ["apiKey", "user", "member"],
  params: byId,
  response: z.object({ state: z.enum(PAYMENT_STATES).nullable() }),
  errors: { 404: NO_REDEMPTION },
});

export const postPartnerResult = contract({
  method: "POST",
  path: "/api/v1/partner-orders/{id}/result",
  summary: "Say how an order stands, as the partner who fulfils it",
  description:
    "For partners' own systems, which orders are sent to (`order.placed`, `order.cancelled`) and which answer at once or " +
    "later: `accepted`, `shipped` with tracking, `fulfilled` with or without a code, or `failed` with a reason. Signed as " +
    "Standard Webhooks has it with the partner's secret; an answer is at most five minutes old. The same `webhook-id` " +
    "again changes nothing. The address comes with the order.",
  tag,
  permission: "redemptions:write",
  actors: ["signature"],
  params: byId,
  query: z.object({ program: typeId("prog") }),
  body: partnerResult,
  response: z
    .object({ id: z.string(), state: z.enum(REDEMPTION_STATES), partnerReference: z.string().nullable() })
    .meta({ id: "PartnerOrder" }),
  errors: {
    401: "The signature is not the partner's, or too old.",
    409: `${NOT_NOW} The webhook-id was used for something else (\`answer_id_reused\`).`,
  },
});

export function toPartnerOrder({ redemptionId, state, partnerReference }: RedemptionDto) {
  return { id: toTypeId("red", redemptionId), state, partnerReference };
}

export const redemptionContracts = [
  postPartnerResult,
  postRedemption,
  listRedemptions,
  getRedemption,
  acceptRedemption,
  shipRedemption,
  fulfilRedemption,
  failRedemption,
  cancelRedemption,
  reverseRedemption,
  getEndingPreview,
  postPayment,
  getPayment,
];
