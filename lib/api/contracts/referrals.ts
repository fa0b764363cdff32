import { pageOf, pageQuery, typeId } from "@/lib/core/schema";
import { referralDto, referralPolicy } from "@/lib/referrals/schema";
import { contract } from "../contract";

const common = { tag: "Referrals" } as const;

export const listReferrals = contract({
  ...common,
  method: "GET",
  path: "/api/v1/referrals",
  permission: "members:read",
  actors: ["apiKey", "user"],
  summary: "List whom members brought along, the newest first",
  description:
    "A referral is `joined` until the first purchase that counts, then `qualified` until its day, then `rewarded`. A " +
    "purchase that is returned before that day does not count; where it is returned later, both sides' points are taken " +
    "back as the policy on returns has it, and the referral is `taken_back`.",
  query: pageQuery.extend({ memberId: typeId("mem").optional() }),
  response: pageOf(referralDto),
});

export const readReferralPolicy = contract({
  ...common,
  method: "GET",
  path: "/api/v1/referral-policy",
  permission: "members:read",
  actors: ["apiKey", "user"],
  summary: "Read what bringing somebody along is worth",
  response: referralPolicy,
});

export const setReferralPolicy = contract({
  ...common,
  method: "PUT",
  path: "/api/v1/referral-policy",
  permission: "program:manage",
  actors: ["user"],
  summary: "Replace what bringing somebody along is worth",
  body: referralPolicy,
  response: referralPolicy,
});

export const referralContracts = [listReferrals, readReferralPolicy, setReferralPolicy];
