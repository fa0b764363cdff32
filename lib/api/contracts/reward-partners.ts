import { z } from "zod";
import { typeId } from "@/lib/core/schema";
import { supplierChange } from "@/lib/partners/schema";
import { contract } from "../contract";

const tag = "Rewards";
const partnerResource = z
  .object({
    id: z.string().meta({ examples: ["org_01h2xcejqtf2nbrexx3vqjhp41"] }),
    key: z.string().nullable().meta({ description: "What the program's document knows the partner by." }),
    name: z.string(),
  })
  .meta({ id: "RewardPartner" });

export const listRewardPartners = contract({
  method: "GET",
  path: "/api/v1/reward-partners",
  summary: "List the companies that supply rewards, by name",
  tag,
  permission: "rewards:read",
  actors: ["apiKey", "user"],
  response: z.object({ items: z.array(partnerResource) }),
});

export const changeRewardPartner = contract({
  method: "PATCH",
  path: "/api/v1/reward-partners/{id}",
  summary: "Change a reward partner's name, or the key that the program's document knows it by",
  tag,
  permission: "partners:manage",
  actors: ["user"],
  params: z.object({ id: typeId("org") }),
  body: supplierChange,
  response: partnerResource,
  errors: {
    404: "The program has no such reward partner.",
    409: "Another has the key (`key_taken`) or the name (`partner_exists`), or the company works with others too and is called the same there (`partner_elsewhere`).",
  },
});

export const rewardPartnerContracts = [listRewardPartners, changeRewardPartner];
