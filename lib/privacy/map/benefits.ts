import { type Classification, ofMember } from "./classification";

/** What members were given besides points. */
export const BENEFITS: Record<string, Classification> = {
  benefit: {
    of: ofMember,
    export: {
      as: "benefits",
      columns: ["benefit_id", "kind", "what", "detail", "state", "given_at", "withdrawn_at"],
    },
    erase: { detail: "redact" },
    stays: { what: "the campaign's word for it" },
  },
  voucher: {
    of: ofMember,
    export: {
      as: "vouchers",
      columns: [
        "voucher_id",
        "code",
        "name",
        "state",
        "issued_at",
        "expires_on",
        "closed_at",
        "reference",
        "used_in",
      ],
    },
    erase: { reference: "clear", used_in: "clear" },
    stays: {
      code: "drawn at random, and closed",
      name: "the program's word for it",
      stores: "the program's",
      used_by: "an id",
    },
  },
  counter_action: {
    of: ofMember,
    export: { elsewhere: "the purchases, redemptions and vouchers that it was about" },
    erase: "rows",
  },
  badge: {
    of: ofMember,
    export: { as: "badges", columns: ["badge", "count", "first_given"] },
    erase: "rows",
  },
  challenge_progress: {
    of: ofMember,
    export: { as: "challenges", columns: ["challenge", "progress", "goal", "completed", "updated_at"] },
    erase: "rows",
  },
  message: {
    of: ofMember,
    export: { as: "messages", columns: ["message_id", "title", "body", "sent_at", "read_at"] },
    erase: "rows",
  },
  webhook_call: {
    of: ofMember,
    export: {
      as: "callsOfOtherSystems",
      columns: ["call_id", "topic", "body", "state", "created_at", "closed_at"],
    },
    erase: { url: "blank", body: "blank", last_error: "clear" },
    stays: { topic: "the campaign's word for it" },
  },
};
