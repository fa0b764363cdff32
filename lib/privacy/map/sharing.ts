import { type Classification, ofMember } from "./classification";

/** What members pass to each other. */
export const SHARING: Record<string, Classification> = {
  points_transfer: {
    of: { columns: ["from_member", "to_member"] },
    export: {
      as: "transfers",
      columns: ["transfer_id", "from_member", "to_member", "points", "message", "created_at"],
    },
    // The sender's words are about both.
    erase: { message: "clear" },
  },
  transfer_block: {
    of: { columns: ["member_id", "blocked_member_id"] },
    export: { as: "blockedMembers", columns: ["member_id", "blocked_member_id", "created_at"] },
    erase: "rows",
  },
  transfer_bar: {
    of: ofMember,
    export: { as: "transferBar", columns: ["sending", "receiving", "reason", "created_at"] },
    erase: "rows",
  },
  pool: {
    of: { columns: ["owner_id"] },
    export: { as: "pools", columns: ["pool_id", "kind", "name", "state", "created_at", "dissolved_at"] },
    erase: { name: "blank" },
  },
  pool_member: {
    of: ofMember,
    export: {
      as: "poolMemberships",
      columns: ["pool_id", "role", "state", "contributed", "invited_at", "joined_at", "ended_at"],
    },
    erase: {},
  },
  pool_passing: {
    of: ofMember,
    export: { as: "poolPassings", columns: ["passing_id", "kind", "pool_id", "points", "passed_on"] },
    erase: {},
  },
  pool_spend: {
    of: ofMember,
    export: { as: "poolSpends", columns: ["spend_id", "pool_id", "points", "spent_on"] },
    erase: {},
  },
  referral: {
    of: { columns: ["referrer_id", "referee_id"] },
    export: {
      as: "referrals",
      columns: ["referrer_id", "referee_id", "state", "joined_at", "rewarded_at", "referrer_points"],
    },
    erase: {},
  },
  referral_code: {
    of: ofMember,
    export: { as: "referralCode", columns: ["code", "created_at"] },
    erase: "rows",
  },
};
