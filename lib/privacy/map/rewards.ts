import { type Classification, ofMember } from "./classification";

const ofRedemption = { table: "redemption", key: "redemption_id", columns: ["member_id"] } as const;

/** What members had for points, and what there is to be had. */
export const REWARDS: Record<string, Classification> = {
  redemption: {
    of: ofMember,
    export: {
      as: "redemptions",
      columns: [
        "redemption_id",
        "reward_id",
        "reward",
        "state",
        "points",
        "amount_minor",
        "channel",
        "delivery",
        "reference",
        "partner_reference",
        "closing_note",
        "created_at",
        "fulfilled_at",
        "closed_at",
      ],
    },
    erase: { delivery: "clear", reference: "clear", partner_reference: "clear", closing_note: "clear" },
    stays: { reward: "the program's words, as they were", channel: "one of the places of redeeming" },
  },
  redemption_step: {
    of: ofRedemption,
    export: {
      as: "redemptionSteps",
      columns: ["redemption_id", "step_no", "state", "what", "detail", "at"],
    },
    erase: { detail: "redact" },
    stays: { what: "the name of what was done", actor: "an id" },
  },
  payment: {
    of: ofRedemption,
    export: {
      as: "payments",
      columns: ["payment_id", "redemption_id", "provider", "amount_minor", "currency", "state", "created_at"],
    },
    // The provider has to know the payment for as long as the law wants it to be known.
    erase: { error: "clear" },
    stays: {
      provider: "the name of a company",
      provider_reference: "the provider's number of the payment, for the books",
      currency: "ISO 4217",
    },
  },
  partner_order: {
    of: ofRedemption,
    export: { elsewhere: "how the redemption was handed on" },
    erase: { last_error: "clear" },
  },
  partner_answer: {
    of: ofRedemption,
    export: { elsewhere: "that the partner answered" },
    erase: {},
    stays: { message_id: "the partner's number of its answer", body_hash: "of the partner's answer" },
  },
  reward: {
    why: "What there is to be had.",
    words: [
      "key",
      "name",
      "summary",
      "description",
      "terms",
      "how_to_use",
      "translations",
      "category",
      "code_pattern",
      "per_member",
      "eligibility",
      "stores",
      "returned_note",
    ],
  },
  reward_category: { why: "Kinds of rewards.", words: ["code", "name", "names"] },
  reward_price: { why: "Prices.", words: ["tier"] },
  reward_partner: { why: "Companies.", words: ["key", "order_url", "secret", "contact_email"] },
  code_pool: { why: "Stocks of codes.", words: ["key", "name"] },
  pool_code: { why: "Codes, drawn by chance or by a partner.", words: ["code"] },
  code_upload: {
    why: "Files of codes.",
    words: ["file_name", "file_key", "layout", "error", "uploaded_by"],
  },
  refused_code: { why: "Codes that were refused.", words: ["code", "reason"] },
  image: { why: "Pictures of the program.", words: ["content_hash", "blur_colour", "mosaic"] },
};
